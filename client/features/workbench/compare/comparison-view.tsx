import { useState } from "react";
import type { MapEngine } from "../../../map/map-engine.ts";
import type { MapPalette } from "../../../map/palette.ts";
import type { Rest } from "../../../map/use-map-engine.ts";
import { type Comparison, splitText } from "../../../state/comparison.ts";
import { useWorkbenchUrl } from "../../../state/workbench-state.ts";
import { ComparedLegends } from "./compared-legends.tsx";
import { ReportedMap } from "./reported-map.tsx";
import { SideNames } from "./side-names.tsx";
import { SwipeHandle } from "./swipe-handle.tsx";
import "./compare.css";

type ComparisonViewProps = {
  readonly comparison: Comparison;
  /** The page's own map, which shows the returns, on the right. */
  readonly main: MapEngine;
  readonly rest: Rest | null;
  readonly palette: MapPalette;
};

/** 报得多 / 反复发生: the density of reports beside that of returns, in one unit of area and time, under one camera. */
export function ComparisonView({ comparison, main, rest, palette }: ComparisonViewProps) {
  const [, set] = useWorkbenchUrl();
  const [dragged, setDragged] = useState<number | null>(null);
  const { mode } = comparison;
  const isSwipe = mode === "swipe";
  const split = isSwipe ? (dragged ?? comparison.split) : 0.5;
  return (
    <>
      <ReportedMap main={main} rest={rest} palette={palette} clip={isSwipe ? split : null} />
      {isSwipe ? (
        <SwipeHandle
          split={split}
          onDrag={setDragged}
          onChoose={(share) => {
            setDragged(null);
            set({ split: splitText(share) });
          }}
        />
      ) : (
        <div className="compare-divider">
          <SideNames />
        </div>
      )}
      <ComparedLegends />
    </>
  );
}
