import { CityPage } from "../../shell/city-page.tsx";
import { texts } from "../../text/use-text.ts";
import { Workbench } from "./workbench.tsx";
import "./styles/layout.css";
import "./styles/top-bar.css";
import "./styles/filter-bar.css";
import "./styles/left-side.css";
import "./styles/map-cards.css";
import "./styles/time-strip.css";
import "./styles/drawer.css";
import "./styles/reflow.css";

const titles = {
  zh: texts.zh.product,
  get en() {
    return texts.en.product;
  },
};

/** The desk of the operator: filter, map, list, evidence. */
export function WorkbenchPage() {
  return (
    <CityPage titles={titles}>
      <Workbench />
    </CityPage>
  );
}
