import type { ScenePanel } from "../../../domain/screen/scene.ts";

/** How much room a panel takes, units of the look. */
export type PanelSize = {
  /** Title and everything that is not a row. */
  readonly fixed: number;
  /** Height of a row; with a second line it is `detail` higher. */
  readonly row: number;
  readonly detail: number;
  /** Rows it would like, and without how many it is not worth its place. */
  readonly most: number;
  readonly least: number;
  /** Its column of two, and of four. */
  readonly of2: 0 | 1;
  readonly of4: 0 | 1 | 2 | 3;
  /** Goes on with the panel above, without a title of its own. */
  readonly isJoined?: boolean;
};

/** Title with its hairline, units. */
const TITLE = 40;

const block = (fixed: number, of2: 0 | 1, of4: PanelSize["of4"]): PanelSize => ({
  fixed,
  row: 0,
  detail: 0,
  most: 0,
  least: 0,
  of2,
  of4,
});

/** In the order in which walls with room left fill up. */
export const panelSizes: Readonly<Record<ScenePanel, PanelSize>> = {
  figures: block(148, 0, 0),
  rates: block(TITLE + 160, 0, 0),
  ranking: { fixed: TITLE + 28, row: 37, detail: 0, most: 12, least: 4, of2: 0, of4: 1 },
  places: { fixed: TITLE, row: 31, detail: 23, most: 8, least: 3, of2: 1, of4: 2 },
  classes: { ...block(60, 1, 2), isJoined: true },
  governances: { fixed: TITLE, row: 31, detail: 0, most: 5, least: 5, of2: 1, of4: 0 },
  sources: block(TITLE + 76, 1, 0),
  trend: block(TITLE + 126, 0, 0),
  ticker: { fixed: TITLE, row: 30, detail: 24, most: 11, least: 3, of2: 1, of4: 3 },
  deadlines: { fixed: TITLE, row: 30, detail: 24, most: 10, least: 3, of2: 1, of4: 3 },
  lines: { fixed: TITLE + 26, row: 32, detail: 0, most: 11, least: 4, of2: 0, of4: 1 },
  blocks: { fixed: TITLE + 26, row: 32, detail: 0, most: 5, least: 4, of2: 0, of4: 1 },
  "failed-fixes": { fixed: TITLE + 24, row: 32, detail: 0, most: 6, least: 3, of2: 1, of4: 2 },
  "hot-spots": { fixed: TITLE, row: 36, detail: 0, most: 5, least: 2, of2: 1, of4: 2 },
  hours: block(TITLE + 182, 1, 3),
  "ads-coverage": block(TITLE + 146, 0, 0),
};
