import { z } from "zod";
import { AdCandidateProperties, AdProperties } from "../../domain/ads/ad.ts";
import { AdRuleSet } from "../../domain/ads/ad-rules.ts";
import { PackHoarding, PackScreen } from "../../domain/ads/board.ts";
import type { PackAds } from "../../domain/ads/pack-instance.ts";
import type { CityPack } from "../../domain/city-pack.ts";
import type { Note, Noted } from "../../domain/note.ts";
import { datumOfFile } from "./file-datum.ts";
import { type CoordinateFrame, reachOf } from "./reading/coordinate-frame.ts";
import { readFeatureFile } from "./reading/feature-file.ts";
import { readFileText } from "./reading/file-text.ts";
import { parseJsonText } from "./reading/json-text.ts";
import { readFeatures } from "./reading/read-features.ts";

export const ADS_FILE = "ads.geojson";
export const AD_CANDIDATES_FILE = "ad-candidates.geojson";
export const AD_HOARDINGS_FILE = "ad-hoardings.geojson";
export const AD_SCREENS_FILE = "ad-screens.geojson";
export const AD_FORBIDDEN_FILE = "ad-forbidden.geojson";
export const AD_RULES_FILE = "ad-rules.json";

/** A pack's ads, the places for more, hoardings and screens, and the rules; a file that is not there is no defect. */
export async function readAds({
  folder,
  manifest,
}: Pick<CityPack, "folder" | "manifest">): Promise<Noted<PackAds>> {
  const ads = await readSpots(folder, ADS_FILE, AdProperties, manifest);
  const candidates = await readSpots(folder, AD_CANDIDATES_FILE, AdCandidateProperties, manifest);
  const hoardings = await readSpots(folder, AD_HOARDINGS_FILE, PackHoarding, manifest);
  const screens = await readSpots(folder, AD_SCREENS_FILE, PackScreen, manifest);
  const forbidden = await readForbidden(folder, manifest);
  const rules = await readAdRules(folder);
  return {
    value: {
      ads: ads.value,
      candidates: candidates.value,
      hoardings: hoardings.value,
      screens: screens.value,
      forbidden: forbidden.value,
      rules: rules.value,
    },
    notes: [ads, candidates, hoardings, screens, forbidden, rules].flatMap(({ notes }) => notes),
  };
}

/** Points with what they are, in file order. */
async function readSpots<S extends z.ZodObject>(
  folder: string,
  file: string,
  schema: S,
  manifest: CityPack["manifest"],
): Promise<Noted<(z.infer<S> & { x: number; y: number })[]>> {
  const raw = await readFeatureFile(folder, file, datumOfFile(manifest, file));
  const { features, notes } = readFeatures(raw, schema, ["Point"], frameOf(manifest, file));
  const value = features.map(({ properties, geometry }) => {
    const [x = 0, y = 0] = geometry.coordinates;
    return { ...properties, x, y };
  });
  return { value, notes: [...raw.notes, ...notes] };
}

const Forbidden = z.object({
  id: z.string().min(1).max(100),
  /** About a point. */
  radiusM: z.number().min(0).max(100_000).nullish(),
});

/** Areas, and points with a radius; a point without one forbids nothing and is said to. */
async function readForbidden(
  folder: string,
  manifest: CityPack["manifest"],
): Promise<Noted<PackAds["forbidden"]>> {
  const file = AD_FORBIDDEN_FILE;
  const raw = await readFeatureFile(folder, file, datumOfFile(manifest, file));
  const kinds = ["Point", "Polygon", "MultiPolygon"] as const;
  const { features, notes } = readFeatures(raw, Forbidden, kinds, frameOf(manifest, file));
  const bad: Note[] = [];
  const value = features.flatMap(({ properties, geometry }, i): PackAds["forbidden"] => {
    const { id, radiusM } = properties;
    if (geometry.type === "Point") {
      const [x = 0, y = 0] = geometry.coordinates;
      if (typeof radiusM === "number") return [{ id, x, y, r: radiusM }];
      bad.push({ code: "bad-field", file, row: i + 1, field: "radiusM", detail: "metres" });
      return [];
    }
    const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    return parts.map(([ring = []]) => ({
      id,
      polygon: ring.map(([x = 0, y = 0]): [number, number] => [x, y]),
    }));
  });
  return { value, notes: [...raw.notes, ...notes, ...bad] };
}

function frameOf(manifest: CityPack["manifest"], file: string): CoordinateFrame {
  const reach = manifest.bounds ? reachOf(manifest.bounds) : null;
  return { datum: datumOfFile(manifest, file), allowed: reach, reach };
}

/** Rules are taken whole or not at all: half a rule would be another rule. */
export async function readAdRules(folder: string): Promise<Noted<PackAds["rules"]>> {
  const file = AD_RULES_FILE;
  const { text, isMissing, notes: textNotes } = await readFileText(folder, file, "json");
  if (isMissing || text === null) return { value: null, notes: isMissing ? [] : textNotes };
  const { value, notes: jsonNotes } = parseJsonText(text, file);
  const notes: Note[] = [...textNotes, ...jsonNotes];
  if (value === undefined) return { value: null, notes };
  const read = AdRuleSet.safeParse(value);
  if (read.success) return { value: read.data, notes };
  for (const { path, message } of read.error.issues) {
    const field = path.join(".");
    notes.push({ code: "bad-field", file, field, detail: message });
  }
  return { value: null, notes };
}
