import { CityPage } from "../../shell/city-page.tsx";
import { texts } from "../../text/use-text.ts";
import { AdsDeskPage } from "./ads-desk.tsx";
import "./styles/frame.css";
import "./styles/sums.css";
import "./styles/lists.css";
import "./styles/road-card.css";
import "./styles/map-cards.css";
import "./styles/reflow.css";

const titles = {
  zh: texts.zh.pages.ads,
  get en() {
    return texts.en.pages.ads;
  },
};

/** 公益广告: what the rules ask, what stands, what is short, and plans that mend it. */
export function AdsPage() {
  return (
    <CityPage titles={titles}>
      <AdsDeskPage />
    </CityPage>
  );
}
