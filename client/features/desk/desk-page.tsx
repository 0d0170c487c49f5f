import { CityPage } from "../../shell/city-page.tsx";
import { texts } from "../../text/use-text.ts";
import { DeskInbox } from "./desk-inbox.tsx";
import "./styles/frame.css";
import "./styles/list.css";
import "./styles/side.css";
import "./styles/reflow.css";

const titles = {
  zh: texts.zh.pages.desk,
  get en() {
    return texts.en.pages.desk;
  },
};

/** 受理派遣: what waits for the office, by stage and by urgency, one by one or many at once. */
export function DeskPage() {
  return (
    <CityPage titles={titles}>
      <DeskInbox />
    </CityPage>
  );
}
