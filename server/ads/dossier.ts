import type { AdRuleSet } from "../../domain/ads/ad-rules.ts";
import type { AdSurvey } from "../../domain/ads/audit/audit.ts";
import { summariseAll } from "../../domain/ads/audit/audit-summary.ts";
import { type RoadStatus, roadStatuses } from "../../domain/ads/audit/road-status.ts";
import { axisLines, roundedAt } from "../../domain/ads/audit/road-whereabouts.ts";
import { assignThemes } from "../../domain/ads/plan/assign-themes.ts";
import { plannedSurvey } from "../../domain/ads/plan/planned-survey.ts";
import type {
  AdAuditDossier,
  AdDossierRoad,
  AdDossierSite,
  AdPlanDossier,
  AdPlanStamp,
  AdStamp,
} from "../../domain/ads/plan-dossier.ts";
import { lngLat } from "../../domain/spatial/lng-lat.ts";
import type { AdCityModel } from "./ad-city-model.ts";
import type { AdView, ViewedPlan } from "./ad-view.ts";
import { planSites } from "./plan-sites.ts";

/** The audit under some rules, as papers and files tell it. */
export function auditDossier(model: AdCityModel, rules: AdRuleSet, stamp: AdStamp): AdAuditDossier {
  return dossierOf(model, rules, { stamp, survey: model.surveyOf(rules), after: null });
}

/** A plan with the audit before and after it. */
export function planDossier(
  model: AdCityModel,
  { rules, plan }: AdView & { readonly plan: ViewedPlan },
  stamp: AdPlanStamp,
): AdPlanDossier {
  const survey = model.surveyOf(rules, plan);
  const after = plannedSurvey(survey, plan.actions);
  const names = model.namesOf(rules);
  const nameOf = new Map(survey.network.roads.map(({ key }, r) => [key, names[r] ?? null]));
  const sites = planSites(
    model,
    rules,
    survey,
    plan.actions,
    assignThemes(survey, plan.actions),
  ).map(
    (site, n): AdDossierSite => ({
      number: site.number ?? n + 1,
      kind: site.kind,
      id: site.id,
      position: lngLat(...site.position),
      facing: site.facing ?? null,
      carrier: site.carrier,
      theme: site.theme ?? null,
      cost: site.cost,
      unitId: site.unit?.id ?? null,
      unitName: site.unit?.name ?? null,
      zoneId: site.zone?.id ?? null,
      zoneName: site.zone?.name ?? null,
      roadKey: site.road ?? null,
      roadName: nameOf.get(site.road ?? "") ?? null,
      chainageM: site.chainage ?? null,
      side: (site.side ?? null) as AdDossierSite["side"],
    }),
  );
  const total = summariseAll(after, roadStatuses(after));
  return {
    ...dossierOf(model, rules, { stamp, survey, after }),
    stamp,
    sites,
    after: { count: total.existing, shortage: total.shortage, surplus: total.surplus },
    cost: costOf(sites),
  };
}

/** What of a plan lies in one zone: its sites and the roads that belong to it, with their sums. */
export function dossierOfZone(dossier: AdPlanDossier, zone: string): AdPlanDossier {
  const roads = dossier.roads.filter(({ zoneId }) => zoneId === zone);
  const sites = dossier.sites.filter(({ zoneId }) => zoneId === zone);
  const sum = (of: (road: AdDossierRoad) => number) => roads.reduce((all, r) => all + of(r), 0);
  const after = (r: AdDossierRoad) => r.after ?? { count: r.count, shortage: r.shortage };
  return {
    ...dossier,
    roads,
    sites,
    places: [],
    zones: dossier.zones.filter(({ id }) => id === zone),
    totals: {
      lengthM: sum(({ lengthM }) => lengthM),
      required: sum(({ required }) => required),
      count: sum(({ count }) => count),
      shortage: sum(({ shortage }) => shortage),
      surplus: sum(({ surplus }) => surplus),
    },
    after: {
      count: sum((road) => after(road).count),
      shortage: sum((road) => after(road).shortage),
      surplus: sum((road) => Math.max(0, after(road).count - road.required)),
    },
    cost: costOf(sites),
  };
}

function costOf(sites: readonly AdDossierSite[]): number {
  return Number(sites.reduce((sum, { cost }) => sum + cost, 0).toFixed(2));
}

type Told = {
  readonly stamp: AdStamp;
  readonly survey: AdSurvey;
  /** Null without a plan. */
  readonly after: AdSurvey | null;
};

function dossierOf(
  model: AdCityModel,
  rules: AdRuleSet,
  { stamp, survey, after }: Told,
): AdAuditDossier {
  const { manifest } = model.pack;
  const statuses = roadStatuses(survey);
  const { lengthM, required, existing, shortage, surplus } = summariseAll(survey, statuses);
  const { plane } = model.cityOf(rules);
  return {
    city: {
      id: manifest.id,
      name: manifest.name,
      isDemo: manifest.isDemo,
      attribution: manifest.attribution,
    },
    stamp,
    roads: roadsOf(model, rules, { survey, after }, statuses),
    places: placesOf(model, survey, after),
    ads: survey.instance.ads
      .filter(({ state }) => state !== "removed")
      .map(({ id, x, y, state, carrier = null, theme = null }) => {
        return { id, position: roundedAt(plane, x, y), state, carrier, theme };
      }),
    zones: model.zones(),
    totals: { lengthM, required, count: existing, shortage, surplus },
  };
}

function roadsOf(
  model: AdCityModel,
  rules: AdRuleSet,
  { survey, after }: Pick<Told, "survey" | "after">,
  statuses: readonly RoadStatus[],
): AdDossierRoad[] {
  const names = model.namesOf(rules);
  const { zones, units } = model.ownersOf(rules);
  const { plane } = model.cityOf(rules);
  const afterStatuses = after && roadStatuses(after);
  return survey.network.roads.map(({ key, group, lengthM, axis }, r) => {
    const { required, count, shortage, longestGap, gapOk, sideShort } = survey.roads[r]!;
    const [zoneId, unitId] = [zones[r] ?? null, units[r] ?? null];
    const then = after?.roads[r];
    return {
      key,
      name: names[r] ?? null,
      group,
      lengthM,
      required,
      count,
      shortage,
      surplus: Math.max(0, count - required),
      status: statuses[r]!,
      longestGapM: longestGap,
      gapOk,
      sideShort,
      zoneId,
      zoneName: zoneId && model.zoneName(zoneId),
      unitId,
      unitName: unitId && model.unitName(unitId),
      after: then
        ? { status: afterStatuses![r]!, count: then.count, shortage: then.shortage }
        : null,
      axis: axisLines(axis, plane),
    };
  });
}

function placesOf(
  model: AdCityModel,
  { instance, areaCounts }: AdSurvey,
  after: AdSurvey | null,
): AdAuditDossier["places"] {
  const nameOf = new Map(model.pack.places.map(({ id, name }) => [String(id), name]));
  return instance.areas.map(({ id, kind, min }, a) => {
    const missing = (count: number) => Math.max(0, min - count);
    return {
      id,
      name: nameOf.get(id) ?? id,
      kind: kind ?? "",
      min,
      count: areaCounts[a]!,
      shortage: missing(areaCounts[a]!),
      shortageAfter: after && missing(after.areaCounts[a]!),
    };
  });
}
