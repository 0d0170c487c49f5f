import { CityPage } from "../../shell/city-page.tsx";
import { texts } from "../../text/use-text.ts";
import { DutyDesk } from "./duty-desk.tsx";
import "../../shell/task-page.css";
import "./duties.css";

const titles = {
  zh: texts.zh.pages.duties,
  get en() {
    return texts.en.pages.duties;
  },
};

/** Who answers for what: the register, its defects, every act on it. */
export function DutiesPage() {
  return (
    <CityPage titles={titles}>
      <DutyDesk />
    </CityPage>
  );
}
