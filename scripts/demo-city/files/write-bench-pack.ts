import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { CityPack } from "../../../domain/city-pack.ts";
import type { Duty } from "../../../domain/duty.ts";
import type { BenchCity } from "../bench/bench-city.ts";
import type { DutyRow } from "../people/duty-roster.ts";
import { isoTime } from "../reports/rhythm.ts";
import { collectionText, feature } from "./geo-json.ts";
import { problemFeature } from "./problem-feature.ts";
import { dutiesCsv, unitsCsv } from "./tables.ts";

/** Characters of problem lines that are compressed at once. */
const CHUNK = 4_000_000;

/**
 * Writes the city as a pack. Problems go out as they are made, as one gzip file of many members.
 */
export function writeBenchPack(folder: string, { pack, emitProblems }: BenchCity): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of filesOf(pack)) writeFileSync(join(folder, name), text);
  const file = openSync(join(folder, "problems.geojsonl.gz"), "w");
  let lines: string[] = [];
  let length = 0;
  const flush = (): void => {
    if (lines.length > 0) writeSync(file, gzipSync(lines.join(""), { level: 5 }));
    lines = [];
    length = 0;
  };
  emitProblems((problem) => {
    const line = `${JSON.stringify(problemFeature(problem))}\n`;
    lines.push(line);
    length += line.length;
    if (length > CHUNK) flush();
  });
  flush();
  closeSync(file);
}

function filesOf(pack: CityPack): [name: string, text: string][] {
  const { manifest, zones, roads, rivers, places, units, duties } = pack;
  return [
    ["pack.json", `${JSON.stringify(manifest, null, 2)}\n`],
    [
      "zones.geojson",
      collectionText(
        zones.map(({ geometry, parentId, ...rest }) =>
          feature(geometry, { ...rest, ...(parentId && { parentId }) }),
        ),
      ),
    ],
    [
      "roads.geojson",
      collectionText(
        roads.map(({ geometry, id, name, highway, class: roadClass, isOneway }) =>
          feature(geometry, {
            id,
            ...(name && { name }),
            ...(highway && { highway }),
            class: roadClass,
            ...(isOneway && { oneway: true }),
          }),
        ),
      ),
    ],
    [
      "rivers.geojson",
      collectionText(rivers.map(({ geometry, ...rest }) => feature(geometry, rest))),
    ],
    [
      "places.geojson",
      collectionText(places.map(({ geometry, ...rest }) => feature(geometry, rest))),
    ],
    ["units.csv", unitsCsv(units)],
    ["duties.csv", dutiesCsv(duties.map(rowOf))],
  ];
}

function rowOf({ scope, also, from, to, ...rest }: Duty): DutyRow {
  return {
    ...rest,
    scopeType: scope.type,
    scopeId: scope.id,
    also: also && `${also.type}:${also.id}`,
    from: isoTime(from).slice(0, 10),
    to: to === null ? null : isoTime(to).slice(0, 10),
  };
}
