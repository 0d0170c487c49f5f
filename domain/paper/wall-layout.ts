import type { BoxMm } from "./mark.ts";
import type { SheetMm } from "./page-size.ts";

/** Where the parts of a wall map go; `unit` is 1 on A3 and 2 on A1, every size of type is a multiple of it. */
export type WallLayout = {
  readonly unit: number;
  readonly sheet: SheetMm;
  readonly marginMm: number;
  readonly map: BoxMm;
  readonly table: BoxMm;
  readonly legend: BoxMm;
  /** Baseline of the line under the map. */
  readonly footerY: number;
};

const MARGIN = 10;
const TITLE = 19;
const FOOTER = 13;
const PANEL = 92;
const GAP = 6;

/** Lying: table over legend at the right of the map. Upright: both below it. */
export function wallLayout(sheet: SheetMm, rowCount: number): WallLayout {
  const unit = Math.min(sheet.width, sheet.height) / 297;
  const [width, height] = [sheet.width / unit, sheet.height / unit];
  const isLying = width > height;
  const mapHeight = height - 2 * MARGIN - TITLE - FOOTER - (isLying ? 0 : PANEL + GAP);
  const mapWidth = width - 2 * MARGIN - (isLying ? PANEL + GAP : 0);
  const map = { x: MARGIN, y: MARGIN + TITLE, width: mapWidth, height: mapHeight };
  const tableHeight = Math.min(0.62 * mapHeight, 14 + 7.4 * (rowCount + 1));
  const right = MARGIN + mapWidth + GAP;
  const below = MARGIN + TITLE + mapHeight + FOOTER + GAP - 4;
  const parts = isLying
    ? {
        table: { x: right, y: map.y, width: PANEL, height: tableHeight },
        legend: {
          x: right,
          y: map.y + tableHeight + 4,
          width: PANEL,
          height: mapHeight - tableHeight - 4,
        },
      }
    : {
        table: { x: MARGIN, y: below, width: 0.56 * mapWidth, height: PANEL },
        legend: {
          x: MARGIN + 0.56 * mapWidth + GAP,
          y: below,
          width: 0.44 * mapWidth - GAP,
          height: PANEL,
        },
      };
  const enlarged = (box: BoxMm): BoxMm => ({
    x: box.x * unit,
    y: box.y * unit,
    width: box.width * unit,
    height: box.height * unit,
  });
  return {
    unit,
    sheet,
    marginMm: MARGIN * unit,
    map: enlarged(map),
    table: enlarged(parts.table),
    legend: enlarged(parts.legend),
    footerY: (MARGIN + TITLE + mapHeight + 7) * unit,
  };
}
