import type { PublicPlace, PublicReport } from "../../domain/contract/public-reports.ts";
import type { ZoneLevel } from "../../domain/grid-zone.ts";
import { maskPersonalData } from "../../domain/personal-data.ts";
import { answerUntil } from "../../domain/public-report.ts";
import { boundsContain } from "../../domain/spatial/lng-lat.ts";
import type { City } from "../city/city.ts";
import type { LoadedPublicReport } from "../services/load-public-report.ts";
import { unitRef } from "./case-body.ts";

/** What its reporter said last, and when. */
type Answered = { readonly at: number; readonly isSatisfied: boolean };

/** A report as whoever made it may read it: no names of people, no numbers that belong to one. */
export function publicReportBody(
  city: City,
  loaded: LoadedPublicReport,
  answer: Answered | undefined,
): PublicReport {
  const { problem, stage, isMerged, reason, dueAt, steps, closedAt, photos } = loaded;
  const { clock, tables, pack } = city;
  const iso = (t: number | null) => (t === null ? null : clock.toIso(t));
  const ordinal = tables.tree.ordinalOf(problem.category);
  const asked = { source: problem.source, stage, closedAt };
  const isOfThisClosing = answer && closedAt !== null && answer.at >= closedAt;
  return {
    number: problem.id,
    category: ordinal === undefined ? problem.category : tables.tree.at(ordinal).name,
    reportedAt: clock.toIso(problem.reportedAt),
    place: placeWords(city, problem),
    stage,
    isMerged,
    reason,
    dueAt: iso(dueAt),
    steps: steps.map(({ at, name, unitId }) => ({
      at: clock.toIso(at),
      name,
      unit: unitRef(city, unitId)?.name ?? null,
    })),
    photos: [...photos],
    answerUntil: iso(answerUntil(asked, pack.manifest.settings.case.answerDays)),
    answer: isOfThisClosing
      ? { isSatisfied: answer.isSatisfied, at: clock.toIso(answer.at) }
      : null,
  };
}

/** Whose ground a spot is and which road is near, by name; nobody's person. */
export function publicPlace({ bounds, tables, pack, now }: City, lng: number, lat: number) {
  const { registry } = tables;
  const holding = registry.zones.at(now()).holding(lng, lat);
  const nameOf = (level: ZoneLevel) => holding.find((zone) => zone.level === level)?.name ?? null;
  const [nearest] = registry.sections.near(lng, lat);
  return {
    isInside: boundsContain(bounds, lng, lat),
    zone: nameOf("zone"),
    community: nameOf("community"),
    road: (nearest && pack.roads[nearest.line]?.name) || null,
  } satisfies PublicPlace;
}

function placeWords(
  city: City,
  { address, position }: LoadedPublicReport["problem"],
): string | null {
  if (address) return maskPersonalData(address);
  if (!position) return null;
  const { zone, community, road } = publicPlace(city, position[0], position[1]);
  return [community ?? zone, road].filter(Boolean).join(" ") || null;
}
