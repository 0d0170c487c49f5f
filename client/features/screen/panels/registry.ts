import type { ScenePanel } from "../../../../domain/screen/scene.ts";
import { adsCoverage } from "./ads-coverage.tsx";
import { classes } from "./classes.tsx";
import { deadlines } from "./deadlines.tsx";
import { blocks, lines } from "./duty-table.tsx";
import { failedFixes } from "./failed-fixes.tsx";
import { figures } from "./figures.tsx";
import { governances } from "./governances.tsx";
import { hotSpotList } from "./hot-spots.tsx";
import { hours } from "./hours.tsx";
import type { Panel } from "./panel.ts";
import { places } from "./places.tsx";
import { ranking } from "./ranking.tsx";
import { rates } from "./rates.tsx";
import { sources } from "./sources.tsx";
import { ticker } from "./ticker.tsx";
import { trend } from "./trend.tsx";

/** Every panel that a scene can name; adding one is one file and one line. */
export const panels = {
  figures,
  rates,
  ranking,
  places,
  classes,
  governances,
  sources,
  trend,
  deadlines,
  ticker,
  "ads-coverage": adsCoverage,
  lines,
  blocks,
  "failed-fixes": failedFixes,
  "hot-spots": hotSpotList,
  hours,
} as const satisfies { readonly [Id in ScenePanel]: Panel<Id> };
