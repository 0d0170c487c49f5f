import type { OrderPaper } from "../../../domain/order-paper.ts";
import { type BoxMm, boxMark, type Mark, type MeasureText } from "../../../domain/paper/mark.ts";
import { BLUE, INK, ORANGE } from "../../../domain/paper/order/order-ink.ts";
import { baseMap } from "../../../domain/paper-map/base-map.ts";
import { northArrow, scaleBar } from "../../../domain/paper-map/furniture.ts";
import { frameAround } from "../../../domain/paper-map/map-frame.ts";
import { boundsOfLines } from "../../../domain/paper-map/map-source.ts";
import { signStyle } from "../../../domain/paper-map/map-style.ts";
import { numberedPoints } from "../../../domain/paper-map/numbered-points.ts";
import { roadNames } from "../../../domain/paper-map/road-names.ts";
import { discsOfText, TakenSpace } from "../../../domain/paper-map/taken-space.ts";
import type { City } from "../../city/city.ts";
import { paperSource } from "../paper-source.ts";

const NAME_MM = 2.7;
/** Room about the outermost points, for their numbers and the furniture. */
const AROUND_MM = 11;

type Draft = { readonly box: BoxMm; readonly measure: MeasureText; readonly north: string };

/** Where the problems of a paper lie, each with its number in the list; empty where none has a position. */
export function orderMap(
  { pack }: Pick<City, "pack">,
  { items }: Pick<OrderPaper, "items">,
  { box, measure, north }: Draft,
): Mark[] {
  const points = items.flatMap(({ number, position, overdueDays }) =>
    position ? [{ number, position, isAlarm: overdueDays !== null }] : [],
  );
  if (points.length === 0) return [];
  const bounds = boundsOfLines(points.map(({ position }) => Float64Array.from(position)));
  const frame = frameAround(box, bounds, { aroundMm: AROUND_MM, leastDenominator: 4000 });
  const { map } = paperSource(pack);
  const taken = new TakenSpace(box);
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  taken.take(discsOfText(right - 5.5, box.y + 7.5, 6, 12, 90));
  const bar = scaleBar({
    x: box.x + 4,
    y: bottom - 6.4,
    denominator: frame.denominator,
    longestMm: 34,
    sizeMm: 2.6,
  });
  taken.take(discsOfText(box.x + 4 + bar.lengthMm / 2, bottom - 4.6, bar.lengthMm + 9, 5, 0));
  const numbers = numberedPoints(points, frame, taken, {
    radiusMm: points.length > 99 ? 2.1 : 2.4,
    ink: INK,
    plain: BLUE,
    alarm: ORANGE,
  });
  const names = roadNames(map.roads.within(frame.bounds), taken, {
    frame,
    style: signStyle,
    measure,
    sizeMm: NAME_MM,
    kinds: ["arterialTrunk", "arterial", "secondary", "branch"],
    spacingMm: 60,
  });
  const furniture = [...northArrow(right - 5.5, box.y + 3, 5, north), ...bar.marks];
  const marks = [...baseMap(map, frame, signStyle), ...names, ...numbers, ...furniture];
  return [
    { kind: "clip", box, marks },
    boxMark(box, { stroke: { colour: INK, widthMm: 0.3, cap: "butt" } }),
  ];
}
