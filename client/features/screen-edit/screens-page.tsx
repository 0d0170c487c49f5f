import { CityPage } from "../../shell/city-page.tsx";
import { screenEditTexts } from "../../text/screen-edit-text.ts";
import { ScreensDesk } from "./screens-desk.tsx";
import "./screens.css";

const titles = { zh: screenEditTexts.zh.screenEdit.title, en: screenEditTexts.en.screenEdit.title };

/** What walls show, in which order. */
export function ScreensPage() {
  return (
    <CityPage titles={titles}>
      <ScreensDesk />
    </CityPage>
  );
}
