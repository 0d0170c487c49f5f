import type { AdRuleSet } from "../../domain/ads/ad-rules.ts";
import type { AdPlanStamp, AdStamp } from "../../domain/ads/plan-dossier.ts";
import type { PaperLanguage } from "../../domain/text/papers-text.ts";
import { ordersXlsx } from "../exports/ads/orders-xlsx.ts";
import { auditGeoJson, planGeoJson } from "../exports/ads/plan-geojson.ts";
import { planKml } from "../exports/ads/plan-kml.ts";
import { auditXlsx, planXlsx } from "../exports/ads/plan-xlsx.ts";
import type { AdCityModel } from "./ad-city-model.ts";
import type { AdView, ViewedPlan } from "./ad-view.ts";
import { auditDossier, planDossier } from "./dossier.ts";

export const auditFormats = ["xlsx", "geojson"] as const;
export type AuditFormat = (typeof auditFormats)[number];

export const planFormats = ["geojson", "kml", "xlsx", "orders"] as const;
export type PlanFormat = (typeof planFormats)[number];

export type AuditFileAsked = {
  readonly rules: AdRuleSet;
  readonly stamp: AdStamp;
  readonly format: AuditFormat;
  readonly language: PaperLanguage;
};

export type PlanFileAsked = {
  readonly view: AdView & { readonly plan: ViewedPlan };
  readonly stamp: AdPlanStamp;
  readonly format: PlanFormat;
  readonly language: PaperLanguage;
};

type Bytes = Uint8Array<ArrayBuffer>;

export function auditFile(model: AdCityModel, asked: AuditFileAsked): Bytes {
  const dossier = auditDossier(model, asked.rules, asked.stamp);
  if (asked.format === "xlsx") return auditXlsx(dossier, asked.language);
  return new TextEncoder().encode(auditGeoJson(dossier));
}

export function planFile(model: AdCityModel, asked: PlanFileAsked): Bytes {
  const dossier = planDossier(model, asked.view, asked.stamp);
  switch (asked.format) {
    case "geojson":
      return new TextEncoder().encode(planGeoJson(dossier));
    case "kml":
      return new TextEncoder().encode(planKml(dossier, asked.language));
    case "xlsx":
      return planXlsx(dossier, asked.language);
    default:
      return ordersXlsx(dossier, asked.language);
  }
}
