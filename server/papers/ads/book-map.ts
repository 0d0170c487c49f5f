import type {
  AdDossierRoad,
  AdDossierSite,
  AdDossierZone,
} from "../../../domain/ads/plan-dossier.ts";
import type { BookDraft } from "../../../domain/paper/ads/book-frame.ts";
import { INK, ZONE_LINE } from "../../../domain/paper/ads/book-ink.ts";
import { boxMark, type Mark, type PathMark } from "../../../domain/paper/mark.ts";
import {
  existingMark,
  roadStatusMarks,
  siteMark,
  zoneBand,
} from "../../../domain/paper-map/ad-marks.ts";
import { areaLabelMarks } from "../../../domain/paper-map/area-label-marks.ts";
import { baseMapAreas, baseMapRoads } from "../../../domain/paper-map/base-map.ts";
import { northArrow } from "../../../domain/paper-map/furniture.ts";
import type { MapFrame } from "../../../domain/paper-map/map-frame.ts";
import { linesOf, type MapSource } from "../../../domain/paper-map/map-source.ts";
import { wallStyle } from "../../../domain/paper-map/map-style.ts";
import { markNumbers } from "../../../domain/paper-map/mark-numbers.ts";
import { project } from "../../../domain/paper-map/on-paper.ts";
import { roadNames } from "../../../domain/paper-map/road-names.ts";
import { discsOfText, TakenSpace } from "../../../domain/paper-map/taken-space.ts";
import { insideOfGeometry } from "../signs/zone-area.ts";

type MapDraft = BookDraft & {
  readonly map: MapSource;
  readonly frame: MapFrame;
  /** What lies outside them is pale; none: nothing is. */
  readonly zones: readonly AdDossierZone[];
};

const SITE_MM = 1.5;
const SMALL_SITE_MM = 0.95;
const DOT_MM = 0.6;
const NUMBER_MM = 3;

/** A sheet: its own sites with their numbers, those of other sheets small. */
export function sheetMap(draft: MapDraft, own: readonly AdDossierSite[]): Mark[] {
  const { dossier, frame, map, measure, text } = draft;
  const taken = new TakenSpace(frame.box);
  const spots = own.map((site) => ({ ...site, ...onPaper(site.position, frame) }));
  const isOwn = new Set(own.map(({ number }) => number));
  const others = dossier.sites
    .filter(({ number }) => !isOwn.has(number))
    .map((site) => ({ ...site, ...onPaper(site.position, frame) }))
    .filter((spot) => isWithin(spot, frame));
  const standing = dossier.ads
    .map(({ position }) => onPaper(position, frame))
    .filter((spot) => isWithin(spot, frame));
  const arrow = arrowAt(frame);
  taken.take(discsOfText(arrow.x, arrow.y + 7, 7, 15, 90));
  taken.take(spots.map(({ x, y }) => ({ x, y, radius: SITE_MM })));
  taken.take(others.map(({ x, y }) => ({ x, y, radius: SMALL_SITE_MM })));
  taken.take(standing.map(({ x, y }) => ({ x, y, radius: DOT_MM })));
  const numbers = markNumbers(spots, frame, taken, {
    measure,
    sizeMm: NUMBER_MM,
    markMm: SITE_MM,
    colour: INK,
  });
  const names = roadNames(map.roads.within(frame.bounds), taken, {
    frame,
    style: wallStyle,
    measure,
    sizeMm: 2.9,
    kinds: ["arterialTrunk", "arterial", "secondary", "branch", "lane"],
    spacingMm: 70,
  });
  return framed(frame, [
    ...baseMapAreas(map, frame, wallStyle),
    ...baseMapRoads(map, frame, wallStyle),
    ...groundMarks(draft, 0.95),
    ...standing.map(({ x, y }) => existingMark(x, y, DOT_MM)),
    ...others.flatMap(({ kind, x, y }) => siteMark(kind, x, y, SMALL_SITE_MM)),
    ...names,
    ...spots.flatMap(({ kind, x, y }) => siteMark(kind, x, y, SITE_MM)),
    ...numbers,
    ...north(frame, text.north),
  ]);
}

/** All sites small, and where the sheets lie. */
export function overviewMap(draft: MapDraft, sheets: readonly MapFrame[]): Mark[] {
  const { dossier, frame, map, measure, text, zones } = draft;
  const taken = new TakenSpace(frame.box);
  const arrow = arrowAt(frame);
  taken.take(discsOfText(arrow.x, arrow.y + 7, 7, 15, 90));
  const boxes = sheets.map(({ bounds: [west, south, east, north] }) => {
    const [left, right] = [frame.x(west), frame.x(east)];
    const [top, bottom] = [frame.y(north), frame.y(south)];
    return { x: left, y: top, width: right - left, height: bottom - top };
  });
  const numbers = markNumbers(
    boxes.map(({ x, y }, i) => ({ number: i + 1, x: x + 1.6, y: y + 1.8 })),
    frame,
    taken,
    { measure, sizeMm: 3.4, markMm: 0, colour: ZONE_LINE },
  );
  const labels = areaLabelMarks(
    zones.map(({ name, geometry }) => ({
      rings: linesOf(geometry).map((ring) => project(ring, frame)),
      anchor: pointOf(insideOfGeometry(geometry), frame),
      rank: 0,
      name,
      lines: [],
    })),
    { box: frame.box, unit: 0.9, taken, measure },
  );
  const outline = { colour: ZONE_LINE, widthMm: 0.25, dashMm: [1, 0.8] as const };
  return framed(frame, [
    ...baseMapAreas(map, frame, wallStyle),
    ...baseMapRoads(map, frame, wallStyle),
    ...groundMarks(draft, 0.5),
    ...dossier.sites.flatMap(({ kind, position }) => {
      const { x, y } = onPaper(position, frame);
      return siteMark(kind, x, y, 0.7);
    }),
    ...boxes.map((box) => boxMark(box, { stroke: outline })),
    ...labels,
    ...numbers,
    ...north(frame, text.north),
  ]);
}

function framed(frame: MapFrame, marks: readonly Mark[]): Mark[] {
  return [
    { kind: "clip", box: frame.box, marks },
    boxMark(frame.box, { stroke: { colour: INK, widthMm: 0.3, cap: "butt" } }),
  ];
}

/** On a white ground: roads and marks may run below it. */
function north(frame: MapFrame, name: string): Mark[] {
  const { x, y } = arrowAt(frame);
  const ground = { x: x - 4.5, y: y - 1.8, width: 9, height: 17.6 };
  return [boxMark(ground, { fill: "#ffffff", opacity: 0.85 }), ...northArrow(x, y, 7, name)];
}

function arrowAt({ box }: MapFrame) {
  return { x: box.x + box.width - 7, y: box.y + 3.6 };
}

type Spot = { readonly x: number; readonly y: number };

function onPaper([lng, lat]: readonly [number, number], frame: MapFrame): Spot {
  return { x: frame.x(lng), y: frame.y(lat) };
}

function pointOf([lng, lat]: readonly [number, number], frame: MapFrame): [number, number] {
  return [frame.x(lng), frame.y(lat)];
}

function isWithin({ x, y }: Spot, { box }: MapFrame): boolean {
  return x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height;
}

function ringsOf({ zones, frame }: MapDraft): PathMark["parts"] {
  return zones
    .flatMap(({ geometry }) => linesOf(geometry))
    .map((ring) => ({ points: project(ring, frame), isClosed: true }));
}

function veil(draft: MapDraft): Mark[] {
  const rings = ringsOf(draft);
  if (rings.length === 0) return [];
  const { x, y, width, height } = draft.frame.box;
  const points = [x, y, x + width, y, x + width, y + height, x, y + height];
  const parts = [{ points, isClosed: true }, ...rings];
  return [{ kind: "path", parts, fill: "#ffffff", opacity: 0.66 }];
}

/** Roads of the zones, and others that their sites stand along, on top; the rest pale, the border between. */
function groundMarks(draft: MapDraft, widthMm: number): Mark[] {
  const { dossier, frame, zones } = draft;
  const ids = new Set<string | null>(zones.map(({ id }) => id));
  const served = new Set(
    dossier.sites.flatMap(({ zoneId, roadKey }) => (ids.has(zoneId) && roadKey ? [roadKey] : [])),
  );
  const isOwn = ({ zoneId, key }: AdDossierRoad) =>
    zones.length === 0 || ids.has(zoneId) || served.has(key);
  const own = dossier.roads.filter(isOwn);
  const others = dossier.roads.filter((road) => !isOwn(road));
  const parts = ringsOf(draft);
  return [
    ...roadStatusMarks(others, frame, widthMm),
    ...veil(draft),
    ...(parts.length > 0 ? zoneBand(parts, 2.5 * widthMm) : []),
    ...roadStatusMarks(own, frame, widthMm),
  ];
}
