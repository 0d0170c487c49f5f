import { gzipSync } from "node:zlib";
import { SCREEN_FILE } from "../../../server/packs/read-screen.ts";
import { adRules } from "../ads/ad-rules.ts";
import { makeCity, makeDemoProblems } from "../city.ts";
import { attachPhotos, drawPhotos } from "../photos/photos.ts";
import { collectionText } from "./geo-json.ts";
import { manifestInput } from "./manifest.ts";
import {
  adCandidateFeatures,
  adFeatures,
  boardFeatures,
  buildingFeatures,
  greenFeatures,
  placeFeatures,
  riverFeatures,
  roadFeatures,
  waterFeatures,
  zoneFeatures,
} from "./map-files.ts";
import type { PackFile } from "./pack-file.ts";
import { problemFeature } from "./problem-feature.ts";
import { demoScreen } from "./screen.ts";
import { dutiesCsv, unitsCsv } from "./tables.ts";

/** The shipped city as files. The same seed gives the same bytes on the same version of Node. */
export function demoPackFiles(seed: number): PackFile[] {
  const city = makeCity(seed);
  const { problems: reports } = makeDemoProblems(city);
  const problems = attachPhotos(reports, city.random.fork("photos"));
  const { ground, places, units, duties } = city;
  const lines = problems.map((problem) => JSON.stringify(problemFeature(problem)));
  return [
    { path: "pack.json", content: json(manifestInput("demo", "云泽市", "2025-09-21")) },
    { path: "zones.geojson", content: collectionText(zoneFeatures(ground)) },
    { path: "roads.geojson", content: collectionText(roadFeatures(ground)) },
    { path: "rivers.geojson", content: collectionText(riverFeatures(ground)) },
    { path: "water.geojson", content: collectionText(waterFeatures(ground)) },
    { path: "green.geojson", content: collectionText(greenFeatures(ground)) },
    { path: "buildings.geojson", content: collectionText(buildingFeatures(ground)) },
    { path: "places.geojson", content: collectionText(placeFeatures(places)) },
    { path: "units.csv", content: unitsCsv(units) },
    { path: "duties.csv", content: dutiesCsv(duties) },
    { path: "ads.geojson", content: collectionText(adFeatures(city.ads)) },
    {
      path: "ad-candidates.geojson",
      content: collectionText(adCandidateFeatures(city.adCandidates)),
    },
    { path: "ad-hoardings.geojson", content: collectionText(boardFeatures(city.hoardings)) },
    { path: "ad-screens.geojson", content: collectionText(boardFeatures(city.screens)) },
    { path: "ad-rules.json", content: json(adRules) },
    { path: SCREEN_FILE, content: json(demoScreen) },
    {
      path: "problems.geojsonl.gz",
      content: gzipSync(`${lines.join("\n")}\n`, { level: 9 }),
    },
    ...drawPhotos(),
  ];
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
