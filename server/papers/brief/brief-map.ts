import type { Brief, BriefSpot } from "../../../domain/brief.ts";
import { type GridZone, zoneLevels } from "../../../domain/grid-zone.ts";
import { type BoxMm, boxMark, type Mark, type MeasureText } from "../../../domain/paper/mark.ts";
import { baseMap } from "../../../domain/paper-map/base-map.ts";
import { frameAround, type MapFrame } from "../../../domain/paper-map/map-frame.ts";
import { boundsOfLines, linesOf } from "../../../domain/paper-map/map-source.ts";
import { signStyle } from "../../../domain/paper-map/map-style.ts";
import { linesOnPaper, project } from "../../../domain/paper-map/on-paper.ts";
import { roadNames } from "../../../domain/paper-map/road-names.ts";
import { TakenSpace } from "../../../domain/paper-map/taken-space.ts";
import type { City } from "../../city/city.ts";
import { paperSource } from "../paper-source.ts";
import { INK, LINE_BLUE, ORANGE } from "./brief-colours.ts";

const SPOT_MM = 2.4;
const NAME_MM = 2.6;

type Draft = { readonly box: BoxMm; readonly measure: MeasureText };

/** Lines of what a person answers for, at one moment. */
type Outline = { readonly zones: readonly Float64Array[]; readonly lines: readonly Float64Array[] };

/** The thumbnail: the ground as the figure, what lies outside veiled, worst spots by their number. Null without ground. */
export function briefMap(city: City, brief: Brief, { box, measure }: Draft): Mark[] | null {
  const outline = outlineOf(city, brief);
  const all = [...outline.zones, ...outline.lines];
  if (all.length === 0) return null;
  const frame = frameAround(box, boundsOfLines(all), { aroundMm: 5, leastDenominator: 5000 });
  const { map } = paperSource(city.pack);
  const taken = new TakenSpace(box);
  const spots = spotMarks(brief.spots, frame, taken);
  const names = roadNames(map.roads.within(frame.bounds), taken, {
    frame,
    style: signStyle,
    measure,
    sizeMm: NAME_MM,
    kinds: ["arterialTrunk", "arterial", "secondary"],
    spacingMm: 40,
  });
  const ground = [...zoneMarks(outline.zones, frame), ...lineMarks(outline.lines, frame)];
  const marks = [...baseMap(map, frame, signStyle), ...ground, ...names, ...spots];
  return [
    { kind: "clip", box, marks },
    boxMark(box, { stroke: { colour: INK, widthMm: 0.3, cap: "butt" } }),
  ];
}

/** Areas held at the end of the week; the whole city's zones for who answers by category or for all of it. */
function outlineOf(city: City, { areas, week }: Brief): Outline {
  const { pack, tables } = city;
  const { zones } = tables.registry.zones.at(city.clock.parse(week.at) ?? city.now());
  const whole = areas.filter(({ isPart }) => !isPart);
  const atEnd = whole.filter(({ isHeldAtEnd }) => isHeldAtEnd);
  const shown = atEnd.length > 0 ? atEnd : whole;
  const ids = (type: string) =>
    new Set(shown.filter((area) => area.type === type).map(({ id }) => id));
  const [own, sections, rivers] = [ids("zone"), ids("section"), ids("river")];
  const isEverywhere = own.size + sections.size + rivers.size === 0 && shown.length > 0;
  const held = zones.filter(({ id, level }) => (isEverywhere ? level === "zone" : own.has(id)));
  return {
    zones: coarsest(held).flatMap(({ geometry }) => linesOf(geometry)),
    lines: [
      ...pack.roads.filter(({ id }) => sections.has(id)),
      ...pack.rivers.filter(({ id }) => rivers.has(id)),
    ].flatMap(({ geometry }) => linesOf(geometry)),
  };
}

/** Zones of one level do not overlap, so their rings can be one veil. */
function coarsest(zones: readonly GridZone[]): readonly GridZone[] {
  const level = zoneLevels.find((name) => zones.some((zone) => zone.level === name));
  return zones.filter((zone) => zone.level === level);
}

function zoneMarks(rings: readonly Float64Array[], frame: MapFrame): Mark[] {
  if (rings.length === 0) return [];
  const { x, y, width, height } = frame.box;
  const parts = rings.map((ring) => ({ points: project(ring, frame), isClosed: true }));
  const around = [x, y, x + width, y, x + width, y + height, x, y + height];
  const veil = [{ points: around, isClosed: true }, ...parts];
  return [
    { kind: "path", parts: veil, fill: "#ffffff", opacity: 0.6 },
    { kind: "path", parts, stroke: { colour: "#ffffff", widthMm: 1.5 } },
    { kind: "path", parts, stroke: { colour: LINE_BLUE, widthMm: 0.7 } },
  ];
}

function lineMarks(lines: readonly Float64Array[], frame: MapFrame): Mark[] {
  const parts = linesOnPaper(lines, frame).map((points) => ({ points, isClosed: false }));
  if (parts.length === 0) return [];
  return [
    { kind: "path", parts, stroke: { colour: "#ffffff", widthMm: 1.7 } },
    { kind: "path", parts, stroke: { colour: LINE_BLUE, widthMm: 0.95 } },
  ];
}

/** Numbers keep clear of each other: one that has no room stands beside its spot, tied to it by a line. */
function spotMarks(spots: readonly BriefSpot[], frame: MapFrame, taken: TakenSpace): Mark[] {
  const drawn = spots.map((spot, i) => {
    const [x, y] = [frame.x(spot.position[0]), frame.y(spot.position[1])];
    const stand = freePosition(x, y, taken);
    taken.take([{ ...stand, radius: SPOT_MM + 0.2 }]);
    return { spot, number: i + 1, x, y, stand };
  });
  const ties = drawn.flatMap(({ x, y, stand }): Mark[] =>
    x === stand.x && y === stand.y
      ? []
      : [
          {
            kind: "path",
            parts: [{ points: [x, y, stand.x, stand.y], isClosed: false }],
            stroke: { colour: INK, widthMm: 0.3 },
          },
          { kind: "circle", x, y, radius: 0.6, fill: INK },
        ],
  );
  return [...ties, ...drawn.flatMap((each) => numberMarks(each))];
}

function numberMarks({
  spot,
  number,
  stand,
}: {
  readonly spot: BriefSpot;
  readonly number: number;
  readonly stand: { readonly x: number; readonly y: number };
}): Mark[] {
  const isOverdue = spot.kind === "overdue";
  const colour = isOverdue ? ORANGE : LINE_BLUE;
  return [
    {
      kind: "circle",
      ...stand,
      radius: SPOT_MM,
      fill: isOverdue ? colour : "#ffffff",
      stroke: { colour: isOverdue ? "#ffffff" : colour, widthMm: 0.5 },
    },
    {
      kind: "text",
      text: String(number),
      x: stand.x,
      y: stand.y + 1.2,
      sizeMm: 3.3,
      weight: "bold",
      colour: isOverdue ? "#ffffff" : colour,
      align: "middle",
    },
  ];
}

function freePosition(x: number, y: number, taken: TakenSpace) {
  const radius = SPOT_MM + 0.2;
  const candidates = [0, 5.2, 8, 11].flatMap((away) =>
    Array.from({ length: away === 0 ? 1 : 8 }, (_, i) => {
      const angle = (i * Math.PI) / 4 - Math.PI / 2;
      return { x: x + away * Math.cos(angle), y: y + away * Math.sin(angle) };
    }),
  );
  return candidates.find((at) => taken.isFree([{ ...at, radius }])) ?? { x, y };
}
