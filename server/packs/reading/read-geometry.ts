import type { Geometry, MultiPolygon, Polygon, Position } from "geojson";
import type { Note, NoteCode } from "../../../domain/note.ts";
import { cleanLine, cleanRing } from "../../../domain/spatial/clean-vertices.ts";
import { findPolygonDefects } from "../../../domain/spatial/geometry-checks.ts";
import { isPosition, type LngLat, lngLat } from "../../../domain/spatial/lng-lat.ts";
import { outline } from "../../../domain/text/printable.ts";
import { type CoordinateFrame, type PositionFindings, settlePosition } from "./coordinate-frame.ts";
import { isObject } from "./feature-file.ts";

/** Depth of the lists that hold the positions. */
const DEPTHS = {
  Point: 0,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
} as const;
export type ReadableGeometry = Extract<Geometry, { type: keyof typeof DEPTHS }>;
type Kind = ReadableGeometry["type"];

/** Says something about the feature; the reader of the feature knows file, row and id. */
export type Remark = (note: Omit<Note, "file" | "row" | "id">) => void;

/**
 * A geometry in WGS 84 with everything that was odd about it remarked, or null when it must be
 * left out. Rewrites the positions of `raw` in place: it belongs to the reader.
 */
export function readGeometry<K extends Kind>(
  raw: unknown,
  wanted: readonly K[],
  frame: CoordinateFrame,
  remark: Remark,
): { geometry: Extract<ReadableGeometry, { type: K }>; hasHeight: boolean } | null {
  if (raw === null || raw === undefined) return refuse(remark, { code: "geometry-missing" });
  const type = isObject(raw) ? raw.type : raw;
  const kind = wanted.find((each) => each === type);
  if (!isObject(raw) || kind === undefined) {
    const value = outline(type);
    return refuse(remark, { code: "geometry-wrong-type", value, detail: wanted.join(" / ") });
  }
  if (isHollow(raw.coordinates, DEPTHS[kind])) return refuse(remark, { code: "geometry-missing" });
  const findings: PositionFindings = { bad: null, outsideAt: null, hasHeight: false };
  settleAll(raw.coordinates, DEPTHS[kind], frame, findings);
  if (findings.bad) return refuse(remark, findings.bad);
  if (findings.outsideAt) remark({ code: "outside-bounds", at: findings.outsideAt });
  const geometry = tidy(asGeometry(kind, raw.coordinates), remark);
  return geometry && { geometry, hasHeight: findings.hasHeight };
}

function refuse(remark: Remark, note: Omit<Note, "file" | "row" | "id">): null {
  remark(note);
  return null;
}

/** Nothing, or lists that hold nothing but empty lists down to where positions should be. */
function isHollow(value: unknown, depth: number): boolean {
  if (value === null || value === undefined) return true;
  if (!Array.isArray(value) || depth < 0) return false;
  return value.every((member) => Array.isArray(member) && isHollow(member, depth - 1));
}

function settleAll(
  value: unknown,
  depth: number,
  frame: CoordinateFrame,
  findings: PositionFindings,
): void {
  if (depth === 0 || !Array.isArray(value)) {
    settlePosition(value, frame, findings);
    return;
  }
  for (const member of value) settleAll(member, depth - 1, frame, findings);
}

/** The cast holds because every position was settled at the depth that the type asks for. */
function asGeometry<K extends Kind>(kind: K, coordinates: unknown) {
  return { type: kind, coordinates } as Extract<ReadableGeometry, { type: K }>;
}

/** The casts hold because tidying keeps the type. */
function tidy<G extends ReadableGeometry>(geometry: G, remark: Remark): G | null {
  switch (geometry.type) {
    case "Point":
      return geometry;
    case "LineString":
    case "MultiLineString":
      return tidyLines(geometry, remark) as G | null;
    default:
      return tidyPolygons(geometry, remark) as G | null;
  }
}

type Lines = Extract<ReadableGeometry, { type: "LineString" | "MultiLineString" }>;

function tidyLines(geometry: Lines, remark: Remark): Lines | null {
  const lines = geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
  const tally = new Tally(remark);
  const clean = lines.flatMap((line) => {
    const found = cleanLine(line);
    tally.add("repeated-vertex", found.repeated, line[0]);
    if (!found.line) tally.add("line-too-short", 1, line[0]);
    return found.line ? [found.line] : [];
  });
  tally.say();
  const [first] = clean;
  if (!first) return null;
  return geometry.type === "LineString"
    ? { type: "LineString", coordinates: first }
    : { type: "MultiLineString", coordinates: clean };
}

function tidyPolygons(geometry: Polygon | MultiPolygon, remark: Remark) {
  const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const tally = new Tally(remark);
  const clean = parts.flatMap((rings) => {
    const [shell, ...holes] = rings.map((ring, i) => tidyRing(ring, i > 0, tally));
    return shell ? [[shell, ...holes.filter((hole) => hole !== null)]] : [];
  });
  tally.say();
  const [first] = clean;
  if (!first) return null;
  const tidied: Polygon | MultiPolygon =
    geometry.type === "Polygon"
      ? { type: "Polygon", coordinates: first }
      : { type: "MultiPolygon", coordinates: clean };
  for (const { code, places, at } of findPolygonDefects(tidied)) {
    remark({ code, at, detail: String(places) });
  }
  return tidied;
}

function tidyRing(
  positions: readonly Position[],
  isHole: boolean,
  tally: Tally,
): Position[] | null {
  const { ring, wasOpen, repeated } = cleanRing(positions);
  const [first] = positions;
  if (!ring) {
    tally.add(isHole ? "hole-too-short" : "ring-too-short", 1, first);
    return null;
  }
  if (wasOpen) tally.add("ring-not-closed", 1, first);
  tally.add("repeated-vertex", repeated, first);
  return ring;
}

/** Counts findings of one feature, so that each code is remarked once, with its first position. */
class Tally {
  readonly #remark: Remark;
  readonly #counts = new Map<NoteCode, { count: number; at: LngLat | undefined }>();

  constructor(remark: Remark) {
    this.#remark = remark;
  }

  add(code: NoteCode, count: number, [lng = Number.NaN, lat = Number.NaN]: Position = []): void {
    if (count === 0) return;
    const at = isPosition(lng, lat) ? lngLat(lng, lat) : undefined;
    const sum = this.#counts.get(code) ?? { count: 0, at };
    sum.count += count;
    this.#counts.set(code, sum);
  }

  say(): void {
    for (const [code, { count, at }] of this.#counts) {
      this.#remark({ code, detail: String(count), ...(at && { at }) });
    }
  }
}
