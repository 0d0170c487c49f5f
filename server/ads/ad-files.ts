import type { AdRuleSet } from "../../domain/ads/ad-rules.ts";
import type { AdPlanStamp, AdStamp } from "../../domain/ads/plan-dossier.ts";
import type { PaperLanguage } from "../../domain/text/papers-text.ts";
import { ordersXlsx } from "../exports/ads/orders-xlsx.ts";
import { auditGeoJson, planGeoJson } from "../exports/ads/plan-geojson.ts";
import { planKml } from "../exports/ads/plan-kml.ts";
import { auditXlsx, planXlsx } from "../exports/ads/plan-xlsx.ts";
import { planMapBook } from "../papers/ads/map-book.ts";
import { ordersDocument } from "../papers/ads/orders-document.ts";
import { paperSource } from "../papers/paper-source.ts";
import type { AdCityModel } from "./ad-city-model.ts";
import type { AdView, ViewedPlan } from "./ad-view.ts";
import { auditDossier, dossierOfZone, planDossier } from "./dossier.ts";

export const auditFormats = ["xlsx", "geojson"] as const;
export type AuditFormat = (typeof auditFormats)[number];

/** `pdf`: the map book; `orders`: the list of each unit as PDF, `orders-xlsx`: as a workbook. */
export const planFormats = ["geojson", "kml", "xlsx", "pdf", "orders", "orders-xlsx"] as const;
export type PlanFormat = (typeof planFormats)[number];

export type AuditFileAsked = {
  readonly rules: AdRuleSet;
  readonly stamp: AdStamp;
  readonly format: AuditFormat;
  readonly language: PaperLanguage;
};

export type PlanFileAsked = {
  readonly view: AdView & { readonly plan: ViewedPlan };
  /** What lies in this zone alone; null: all. */
  readonly zone: string | null;
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

export async function planFile(model: AdCityModel, asked: PlanFileAsked): Promise<Bytes> {
  const { language, zone, format } = asked;
  const whole = planDossier(model, asked.view, asked.stamp);
  if (format === "pdf") {
    const { map } = paperSource(model.pack);
    return (await planMapBook(whole, { map, zone, language })) ?? new Uint8Array();
  }
  const dossier = zone === null ? whole : dossierOfZone(whole, zone);
  switch (format) {
    case "geojson":
      return new TextEncoder().encode(planGeoJson(dossier));
    case "kml":
      return new TextEncoder().encode(planKml(dossier, language));
    case "xlsx":
      return planXlsx(dossier, language);
    case "orders":
      return (await ordersDocument(dossier, { language })) ?? new Uint8Array();
    default:
      return ordersXlsx(dossier, language);
  }
}
