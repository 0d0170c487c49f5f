import type { AdRuleSet } from "../../domain/ads/ad-rules.ts";
import type { AdSurvey } from "../../domain/ads/audit/audit.ts";
import { auditReport } from "../../domain/ads/audit/audit-report.ts";
import { type SummaryRow, summarise, summariseAll } from "../../domain/ads/audit/audit-summary.ts";
import { comparedSums, extraRuleFindings } from "../../domain/ads/audit/extra-rules.ts";
import { type RoadStatus, roadStatuses } from "../../domain/ads/audit/road-status.ts";
import { axisLines } from "../../domain/ads/audit/road-whereabouts.ts";
import { plannedSurvey } from "../../domain/ads/plan/planned-survey.ts";
import type { AdAudit, AdRoads, AdSummary, AdSummaryRow } from "../../domain/contract/ads.ts";
import type { AdPreview } from "../../domain/contract/ads-rules.ts";
import type { AdCityModel, RoadOwners } from "./ad-city-model.ts";
import type { AdView } from "./ad-view.ts";
import { placeMiddle } from "./place-middle.ts";

/** A part of the city's roads: those of a zone, of a unit, or both. */
export type AuditPart = { readonly zone: string | null; readonly unit: string | null };

/** Fewer ads than this share serving a road is a sign of another datum (ADS.md). */
const SERVED_SHARE = 0.95;

/** The survey of a view, with its plan done. */
export function surveyOfView(model: AdCityModel, { rules, plan }: AdView): AdSurvey {
  if (!plan) return model.surveyOf(rules);
  return plannedSurvey(model.surveyOf(rules, plan), plan.actions);
}

export function auditAnswer(
  model: AdCityModel,
  view: AdView,
  part: AuditPart,
): Omit<AdAudit, "stamp"> {
  const survey = surveyOfView(model, view);
  const owners = model.ownersOf(view.rules);
  const statuses = roadStatuses(survey);
  const names = model.namesOf(view.rules);
  const report = auditReport(survey);
  const asked = [...survey.roads.keys()].filter(
    (r) =>
      (part.zone === null || owners.zones[r] === part.zone) &&
      (part.unit === null || owners.units[r] === part.unit),
  );
  const summary = summaryOf(model, survey, statuses, owners, asked);
  const { lengthM, required, shortage } = summary.total;
  return {
    ...report,
    roads: asked.map((r) => ({
      ...report.roads[r]!,
      name: names[r]!,
      status: statuses[r]!,
      zone: owners.zones[r]!,
      unit: owners.units[r]!,
    })),
    totals: { length: Number(lengthM.toFixed(2)), required, shortage },
    summary,
    areas: report.areas.map((area) => ({ ...area, ...placeOf(model, area.id) })),
    extraRules: extraOf(survey),
    ...datumWarning(survey),
  };
}

/** Name, kind and a point of a place. */
function placeOf(model: AdCityModel, id: string): Partial<AdAudit["areas"][number]> {
  const place = model.pack.places.find((each) => each.id === id);
  if (!place) return {};
  const { name, kind } = place;
  const [lng, lat] = placeMiddle(place);
  return { name, kind, position: [lng, lat] };
}

function extraOf(survey: AdSurvey): NonNullable<AdAudit["extraRules"]> {
  const { findings, sums } = extraRuleFindings(survey);
  const broken = findings.filter(({ ok }) => !ok);
  return {
    sums: sums.map((sum) => ({ ...sum })),
    broken: broken.map(({ where, ads, ...finding }) => ({
      ...finding,
      ...(where && { where: where.map((stretch) => ({ ...stretch })) }),
      ...(ads && { ads: [...ads] }),
    })),
  };
}

/** Sums of the whole city. */
export function summaryAnswer(model: AdCityModel, view: AdView): AdSummary {
  const survey = surveyOfView(model, view);
  const all = [...survey.roads.keys()];
  return summaryOf(model, survey, roadStatuses(survey), model.ownersOf(view.rules), all);
}

/** Axes with the status of each. */
export function roadsAnswer(model: AdCityModel, view: AdView): AdRoads {
  const { plane } = model.cityOf(view.rules);
  const survey = surveyOfView(model, view);
  const statuses = roadStatuses(survey);
  const names = model.namesOf(view.rules);
  return {
    type: "FeatureCollection",
    features: survey.network.roads.map(({ key, group, axis }, r) => ({
      type: "Feature",
      id: r,
      geometry: {
        type: "MultiLineString",
        coordinates: axisLines(axis, plane).map((line) => line.map(([lng, lat]) => [lng, lat])),
      },
      properties: { key, group, name: names[r]!, status: statuses[r]! },
    })),
  };
}

/** What other rules would change; a road that only one of them knows stands there with null. */
export function previewAnswer(
  model: AdCityModel,
  inForce: AdRuleSet | null,
  rules: AdRuleSet,
): AdPreview {
  const after = figuresByKey(model, rules);
  const before = inForce && figuresByKey(model, inForce);
  const keys = new Set([...(before?.keys() ?? []), ...after.keys()]);
  const changed = [...keys].flatMap((key): AdPreview["changed"] => {
    const [was, is] = [before?.get(key), after.get(key)];
    if (was && is && was.status === is.status && was.shortage === is.shortage) return [];
    return [
      {
        key,
        name: (is ?? was)!.name,
        from: was?.status ?? null,
        to: is?.status ?? null,
        required: [was?.required ?? 0, is?.required ?? 0],
        shortage: [was?.shortage ?? 0, is?.shortage ?? 0],
      },
    ];
  });
  return {
    before: inForce && summaryAnswer(model, { rules: inForce, plan: null }),
    after: summaryAnswer(model, { rules, plan: null }),
    changed,
    extra: comparedSums(
      inForce ? extraRuleFindings(model.surveyOf(inForce)).sums : [],
      extraRuleFindings(model.surveyOf(rules)).sums,
    ),
  };
}

function figuresByKey(model: AdCityModel, rules: AdRuleSet) {
  const survey = model.surveyOf(rules);
  const names = model.namesOf(rules);
  const statuses = roadStatuses(survey);
  return new Map(
    survey.network.roads.map(({ key }, r) => {
      const { required, shortage } = survey.roads[r]!;
      return [key, { name: names[r]!, status: statuses[r]!, required, shortage }];
    }),
  );
}

function summaryOf(
  model: AdCityModel,
  survey: AdSurvey,
  statuses: readonly RoadStatus[],
  owners: RoadOwners,
  asked: readonly number[],
): AdSummary {
  const own = <T>(all: readonly T[]) => asked.map((r) => all[r]!);
  const roads = own(survey.network.roads);
  const part = { ...survey, roads: own(survey.roads), network: { ...survey.network, roads } };
  const partStatuses = own(statuses);
  const rows = (of: readonly (string | null)[], nameOf: (id: string) => string) =>
    summarise(part, partStatuses, of).map((row) => named(row, nameOf));
  return {
    total: named(summariseAll(part, partStatuses), (id) => id),
    byGroup: rows(
      roads.map(({ group }) => group),
      (id) => id,
    ),
    byZone: rows(own(owners.zones), (id) => model.zoneName(id)),
    byUnit: rows(own(owners.units), (id) => model.unitName(id)),
  };
}

function named(row: SummaryRow, nameOf: (id: string) => string): AdSummaryRow {
  return { ...row, name: row.id === null ? "" : nameOf(row.id) };
}

function datumWarning({ instance, ads }: AdSurvey): Pick<AdAudit, "datumWarning"> {
  const standing = ads.filter((_, a) => instance.ads[a]!.state !== "removed");
  const served = standing.filter(({ served }) => served.length > 0).length;
  if (served >= SERVED_SHARE * standing.length) return {};
  return { datumWarning: { served, all: standing.length } };
}
