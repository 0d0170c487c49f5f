import { type BoxMm, boxMark, type Mark, type MeasureText } from "../../../domain/paper/mark.ts";
import { baseMap } from "../../../domain/paper-map/base-map.ts";
import { northArrow } from "../../../domain/paper-map/furniture.ts";
import { frameAround, type MapFrame } from "../../../domain/paper-map/map-frame.ts";
import { boundsOfLines, linesOf } from "../../../domain/paper-map/map-source.ts";
import { roadWidthMm, signStyle } from "../../../domain/paper-map/map-style.ts";
import { linesOnPaper, project } from "../../../domain/paper-map/on-paper.ts";
import { roadNames } from "../../../domain/paper-map/road-names.ts";
import { discsAlong, discsOfText, TakenSpace } from "../../../domain/paper-map/taken-space.ts";
import type { PapersText } from "../../../domain/text/papers-zh-cn.ts";
import type { City } from "../../city/city.ts";
import { paperSource } from "../paper-source.ts";
import type { SignThing } from "./sign-of.ts";

const INK = "#18212f";
const LINE_BLUE = "#174f9c";
const NAME_MM = 3;

type Draft = {
  readonly box: BoxMm;
  readonly measure: MeasureText;
  readonly text: PapersText;
  /** Zones are those of the day. */
  readonly on: number;
};

/** The small map of a board: the thing itself as the one dark line, names of roads around it, north. */
export function signMap(city: City, thing: SignThing, draft: Draft): Mark[] {
  const { box, measure, text } = draft;
  const lines = linesOf((thing.type === "section" ? thing.section : thing.zone).geometry);
  const frame = frameAround(box, boundsOfLines(lines), { aroundMm: 9, leastDenominator: 5000 });
  const { map } = paperSource(city.pack);
  const taken = new TakenSpace(box);
  const north = northArrow(box.x + box.width - 6, box.y + 3.4, 5.6, text.north);
  taken.take(discsOfText(box.x + box.width - 6, box.y + 9, 5, 12, 0));
  const own =
    thing.type === "section" ? sectionLine(lines, frame, taken) : zoneBorder(lines, frame, taken);
  const names = roadNames(map.roads.within(frame.bounds), taken, {
    frame,
    style: signStyle,
    measure,
    sizeMm: NAME_MM,
    kinds: ["arterialTrunk", "arterial", "secondary", "branch"],
    spacingMm: 45,
  });
  return [
    { kind: "clip", box, marks: [...baseMap(map, frame, signStyle), ...own, ...names, ...north] },
    boxMark(box, { stroke: { colour: INK, widthMm: 0.5, cap: "butt" } }),
  ];
}

function sectionLine(lines: readonly Float64Array[], frame: MapFrame, taken: TakenSpace): Mark[] {
  const parts = linesOnPaper(lines, frame).map((points) => ({ points, isClosed: false }));
  const widthMm = Math.max(1.9, roadWidthMm(signStyle, "arterial", frame.denominator) * 0.9);
  const first = lines[0];
  const last = lines.at(-1);
  const ends = [
    [first?.[0], first?.[1]],
    [last?.at(-2), last?.at(-1)],
  ].map(([lng = 0, lat = 0]) => [frame.x(lng), frame.y(lat)] as const);
  for (const { points } of parts) taken.take(discsAlong(points, widthMm / 2));
  return [
    { kind: "path", parts, stroke: { colour: "#ffffff", widthMm: widthMm + 1.1 } },
    { kind: "path", parts, stroke: { colour: LINE_BLUE, widthMm } },
    ...ends.map(
      ([x, y]): Mark => ({
        kind: "circle",
        x,
        y,
        radius: 1.35,
        fill: "#ffffff",
        stroke: { colour: LINE_BLUE, widthMm: 0.9 },
      }),
    ),
  ];
}

/** What lies outside is veiled, so that the shape of the zone is the figure. */
function zoneBorder(rings: readonly Float64Array[], frame: MapFrame, taken: TakenSpace): Mark[] {
  const { x, y, width, height } = frame.box;
  const parts = rings.map((ring) => ({ points: project(ring, frame), isClosed: true }));
  for (const { points } of parts) taken.take(discsAlong(points, 0.7));
  const around = [x, y, x + width, y, x + width, y + height, x, y + height];
  return [
    {
      kind: "path",
      parts: [{ points: around, isClosed: true }, ...parts],
      fill: "#ffffff",
      opacity: 0.55,
    },
    { kind: "path", parts, stroke: { colour: "#ffffff", widthMm: 2.2 } },
    { kind: "path", parts, stroke: { colour: LINE_BLUE, widthMm: 1.2 } },
  ];
}
