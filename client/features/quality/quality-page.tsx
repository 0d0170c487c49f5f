import { CityPage } from "../../shell/city-page.tsx";
import { qualityTexts } from "../../text/quality-text.ts";
import { QualityDesk } from "./quality-desk.tsx";
import "./quality.css";

const titles = { zh: qualityTexts.zh.quality.title, en: qualityTexts.en.quality.title };

/** How well cases are handled. */
export function QualityPage() {
  return (
    <CityPage titles={titles}>
      <QualityDesk />
    </CityPage>
  );
}
