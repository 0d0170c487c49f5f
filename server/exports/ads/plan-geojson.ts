import type { Feature, Geometry } from "geojson";
import type {
  AdAuditDossier,
  AdDossierRoad,
  AdDossierSite,
  AdPlanDossier,
} from "../../../domain/ads/plan-dossier.ts";
import { adPapersTexts } from "../../../domain/text/ad-papers-text.ts";
import { proofWords } from "../../../domain/text/ad-papers-words.ts";
import type { PaperLanguage } from "../../../domain/text/papers-text.ts";

export const GEOJSON_TYPE = "application/geo+json";

/** Proposed sites and the roads as audited, `layer` telling them apart; WGS 84, a feature a line, the stamp beside them. */
export function planGeoJson(
  { city, stamp, sites, roads }: AdPlanDossier,
  language: PaperLanguage = "zh",
): string {
  const proof = proofWords(stamp, adPapersTexts[language]);
  return collection({ city: city.name, isDemo: city.isDemo, ...stamp, proof }, [
    ...sites.map(siteFeature),
    ...roads.map(roadFeature),
  ]);
}

/** The roads as audited, and what stands. */
export function auditGeoJson({ city, stamp, roads, ads }: AdAuditDossier): string {
  return collection({ city: city.name, isDemo: city.isDemo, ...stamp }, [
    ...roads.map(roadFeature),
    ...ads.map(({ position, ...rest }) =>
      feature({ layer: "ad", ...rest }, { type: "Point", coordinates: [...position] }),
    ),
  ]);
}

function siteFeature({ position, ...rest }: AdDossierSite): Feature {
  return feature({ layer: "site", ...rest }, { type: "Point", coordinates: [...position] });
}

function roadFeature({ axis, after, ...rest }: AdDossierRoad): Feature {
  const told = after && {
    statusAfter: after.status,
    countAfter: after.count,
    shortageAfter: after.shortage,
  };
  return feature(
    { layer: "road", ...rest, ...told },
    { type: "MultiLineString", coordinates: axis.map((piece) => piece.map((at) => [...at])) },
  );
}

function feature(properties: Feature["properties"], geometry: Geometry): Feature {
  return { type: "Feature", properties, geometry };
}

function collection(stamp: object, features: readonly Feature[]): string {
  const lines = features.map((each) => JSON.stringify(each)).join(",\n");
  return `{"type":"FeatureCollection","stamp":${JSON.stringify(stamp)},"features":[\n${lines}\n]}\n`;
}
