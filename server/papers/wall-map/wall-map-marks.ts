import { setImmediate } from "node:timers/promises";
import type { GridZone } from "../../../domain/grid-zone.ts";
import { boxMark, type Mark, type MeasureText, type PathMark } from "../../../domain/paper/mark.ts";
import type { WallLayout } from "../../../domain/paper/wall-layout.ts";
import { areaLabelMarks } from "../../../domain/paper-map/area-label-marks.ts";
import { baseMapAreas, baseMapRoads } from "../../../domain/paper-map/base-map.ts";
import { northArrow } from "../../../domain/paper-map/furniture.ts";
import { frameAround, type MapFrame } from "../../../domain/paper-map/map-frame.ts";
import { boundsOfLines, linesOf } from "../../../domain/paper-map/map-source.ts";
import { wallStyle } from "../../../domain/paper-map/map-style.ts";
import { project } from "../../../domain/paper-map/on-paper.ts";
import { gatherRings, type PaperRing, ringMarks } from "../../../domain/paper-map/paper-rings.ts";
import { roadNames } from "../../../domain/paper-map/road-names.ts";
import { discsAlong, discsOfText, TakenSpace } from "../../../domain/paper-map/taken-space.ts";
import type { PapersText } from "../../../domain/text/papers-zh-cn.ts";
import type { WallMap } from "../../../domain/wall-map.ts";
import type { PaperSource } from "../paper-source.ts";
import { insideOfZone } from "../signs/zone-area.ts";

const ZONE_LINE = "#3f5b85";
/** Names of section chiefs stand on roads from this scale on. */
const CHIEFS_TO = 16_000;

/** Names of smaller roads come with the scale. */
const BRANCHES_TO = 22_000;
const LANES_TO = 9000;
/** Of one area on the map; the table has them all. */
const NAMED_MOST = 3;
/** Side of the cells that problems are gathered in, on A3. */
const MERGE_MM = 9;

type Draft = {
  readonly map: WallMap;
  readonly layout: WallLayout;
  readonly fills: readonly (string | null)[];
  readonly source: PaperSource;
  readonly measure: MeasureText;
  readonly text: PapersText;
};

export type DrawnWallMap = {
  readonly frame: MapFrame;
  readonly rings: readonly PaperRing[];
  /** Problems that lie beyond the sheet. */
  readonly outside: number;
  readonly marks: readonly Mark[];
};

/**
 * The map itself in its frame: geography, fills, borders, rings, names; rings never move for names. Some 100 ms a step,
 * between which other requests are answered.
 */
export async function wallMapMarks(draft: Draft): Promise<DrawnWallMap> {
  const { map, layout, source, text } = draft;
  const { unit, map: box } = layout;
  const frame = frameOf(map, layout);
  const taken = new TakenSpace(box);
  const arrow = { x: box.x + box.width - 9 * unit, y: box.y + 5 * unit };
  taken.take(discsOfText(arrow.x, arrow.y + 8 * unit, 8 * unit, 17 * unit, 0));
  const spots = map.spots
    .map(({ lng, lat, isOverdue }) => ({ x: frame.x(lng), y: frame.y(lat), isOverdue }))
    .filter(({ x, y }) => isWithin(x, y, box));
  const rings = gatherRings(spots, { mergeMm: MERGE_MM * unit, scale: unit });
  taken.take(rings.map(({ x, y, radius }) => ({ x, y, radius: 1.15 * radius })));
  for (const { zone } of map.areas)
    for (const { points } of ringsOf(zone, frame)) taken.take(discsAlong([...points], 0.5 * unit));
  await setImmediate();
  const labels = areaLabelMarks(labelledAreas(draft, frame), {
    box,
    unit,
    taken,
    measure: draft.measure,
  });
  await setImmediate();
  const namesOfRoads = names(draft, frame, taken);
  await setImmediate();
  const marks: Mark[] = [
    ...baseMapAreas(source.map, frame, wallStyle),
    ...fillMarks(draft, frame),
    ...baseMapRoads(source.map, frame, wallStyle),
    ...veil(map, frame),
    ...borders(draft, frame),
    ...namesOfRoads,
    ...rings.flatMap(ringMarks),
    ...labels,
    ...northArrow(arrow.x, arrow.y, 8 * unit, text.north),
  ];
  return {
    frame,
    rings,
    outside: map.spots.length - spots.length,
    marks: [
      { kind: "clip", box, marks },
      boxMark(box, { stroke: { colour: "#18212f", widthMm: 0.4 * unit, cap: "butt" } }),
    ],
  };
}

function frameOf({ areas, subject }: WallMap, { map: box, unit }: WallLayout): MapFrame {
  const zones = subject ? [subject] : areas.map(({ zone }) => zone);
  const lines = zones.flatMap(({ geometry }) => linesOf(geometry));
  const bounds = lines.length > 0 ? boundsOfLines(lines) : ([0, 0, 0.01, 0.01] as const);
  return frameAround(box, bounds, { aroundMm: 6 * unit, leastDenominator: 1000 });
}

function isWithin(x: number, y: number, box: WallLayout["map"]): boolean {
  return x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height;
}

function ringsOf(zone: GridZone, frame: MapFrame): PathMark["parts"] {
  return linesOf(zone.geometry).map((ring) => ({ points: project(ring, frame), isClosed: true }));
}

function fillMarks({ map, fills }: Draft, frame: MapFrame): Mark[] {
  return map.areas.flatMap(({ zone }, i): Mark[] => {
    const fill = fills[i];
    return fill ? [{ kind: "path", parts: ringsOf(zone, frame), fill, opacity: 0.72 }] : [];
  });
}

/** What lies outside is pale, so that the shape of the city is the figure. */
function veil({ areas, subject }: WallMap, frame: MapFrame): Mark[] {
  const zones = subject ? [subject] : areas.map(({ zone }) => zone);
  const { x, y, width, height } = frame.box;
  const around = {
    points: [x, y, x + width, y, x + width, y + height, x, y + height],
    isClosed: true,
  };
  const parts = [around, ...zones.flatMap((zone) => ringsOf(zone, frame))];
  return [{ kind: "path", parts, fill: "#ffffff", opacity: 0.62 }];
}

function borders({ map, layout: { unit } }: Draft, frame: MapFrame): Mark[] {
  const inner = map.inner.flatMap((zone) => ringsOf(zone, frame));
  const outer = map.areas.flatMap(({ zone }) => ringsOf(zone, frame));
  const subject = map.subject ? ringsOf(map.subject, frame) : [];
  const line = (parts: PathMark["parts"], colour: string, widthMm: number): Mark => ({
    kind: "path",
    parts,
    stroke: { colour, widthMm: widthMm * unit },
  });
  return [
    line(inner, ZONE_LINE, 0.22),
    line(outer, "#ffffff", 1.5),
    line(outer, ZONE_LINE, 0.7),
    ...(subject.length > 0 ? [line(subject, "#ffffff", 2.1), line(subject, ZONE_LINE, 1.2)] : []),
  ];
}

function labelledAreas({ map, text }: Draft, frame: MapFrame) {
  const label = (zone: GridZone, rank: number, lines: readonly string[]) => {
    const [lng, lat] = insideOfZone(zone);
    const rings = ringsOf(zone, frame).map(({ points }) => [...points]);
    return { rings, anchor: [frame.x(lng), frame.y(lat)] as const, rank, name: zone.name, lines };
  };
  return [
    ...map.areas.map(({ zone, persons, units }) => {
      const held = persons.length > 0 ? persons : units;
      return label(zone, 0, held.length > 0 ? held.slice(0, NAMED_MOST) : [text.sign.nobody]);
    }),
    ...map.inner.map((zone) => label(zone, 1, [])),
  ];
}

function names(
  { map, layout, source, measure }: Draft,
  frame: MapFrame,
  taken: TakenSpace,
): Mark[] {
  const { unit } = layout;
  const withChiefs = map.chiefs.size > 0 && frame.denominator <= CHIEFS_TO;
  return roadNames(source.map.roads.within(frame.bounds), taken, {
    frame,
    style: wallStyle,
    measure,
    sizeMm: 2.7 * unit,
    kinds: [
      "arterialTrunk",
      "arterial",
      "secondary",
      ...(frame.denominator <= BRANCHES_TO ? (["branch"] as const) : []),
      ...(frame.denominator <= LANES_TO ? (["lane"] as const) : []),
    ],
    spacingMm: (withChiefs ? 34 : 75) * unit,
    wordsOf: ({ id, name }) => {
      const chief = withChiefs ? map.chiefs.get(id) : undefined;
      return name === null || chief === undefined ? name : `${name} ${chief}`;
    },
  });
}
