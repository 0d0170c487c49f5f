import { CityPage } from "../../shell/city-page.tsx";
import { texts } from "../../text/use-text.ts";
import { PaperDesk } from "./paper-desk.tsx";
import "./papers.css";

const titles = {
  zh: texts.zh.pages.papers,
  get en() {
    return texts.en.pages.papers;
  },
};

/** What is printed: signs, maps. */
export function PapersPage() {
  return (
    <CityPage titles={titles}>
      <PaperDesk />
    </CityPage>
  );
}
