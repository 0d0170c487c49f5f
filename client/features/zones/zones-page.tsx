import { CityPage } from "../../shell/city-page.tsx";
import { texts } from "../../text/use-text.ts";
import { ZonesDesk } from "./zones-desk.tsx";
import "./zones.css";

const titles = {
  zh: texts.zh.pages.zones,
  get en() {
    return texts.en.pages.zones;
  },
};

/** 网格边界: drawing them, and every change that was made. */
export function ZonesPage() {
  return (
    <CityPage titles={titles}>
      <ZonesDesk />
    </CityPage>
  );
}
