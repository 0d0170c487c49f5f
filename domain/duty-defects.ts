import type { CityPack } from "./city-pack.ts";
import { type Duty, type DutyRole, type DutyScope, holdsAt } from "./duty.ts";
import type { GridZone } from "./grid-zone.ts";
import type { RoadSection } from "./road-section.ts";

/** Something wrong with who answers for what; times in epoch milliseconds. */
export type DutyDefect =
  | { readonly kind: "zone-without-lead"; readonly zone: GridZone; readonly since: number | null }
  | {
      readonly kind: "section-without-chief";
      readonly section: RoadSection;
      readonly since: number | null;
    }
  /** Nobody holds what somebody held before and, unless `to` is null, after. */
  | {
      readonly kind: "duty-gap";
      readonly role: DutyRole;
      readonly scope: DutyScope;
      readonly before: Duty;
      readonly after: Duty | null;
      readonly from: number;
      readonly to: number | null;
    }
  /** One duty begins before the one that it follows has ended, or one holder holds the same twice. */
  | {
      readonly kind: "duty-overlap";
      readonly role: DutyRole;
      readonly scope: DutyScope;
      readonly before: Duty;
      readonly after: Duty;
      readonly from: number;
      readonly to: number | null;
    };

type Registered = Pick<CityPack, "zones" | "roads" | "manifest"> & {
  readonly duties: readonly Duty[];
};

/**
 * Everything wrong with the duties as of `t`, in the order of zones, sections, then role and scope. Zones without a lead and
 * sections without a chief are looked for where the city has any lead or chief at all. Several holders of one duty at the
 * same time are allowed; what looks like a handover with days too many is not. O(duties log duties + zones + sections).
 */
export function findDutyDefects(city: Registered, t: number): DutyDefect[] {
  const lines = [...Map.groupBy(city.duties, lineOf).values()].map((line) =>
    line.toSorted((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1)),
  );
  const unled = unheldZones(city, t);
  const unchiefed = unheldSections(city, t);
  const named = new Set([
    ...unled.map(({ zone }) => `zone-lead zone ${zone.id}`),
    ...unchiefed.map(({ section }) => `section-chief section ${section.id}`),
  ]);
  const ofLines = lines.flatMap((line) => {
    const [first] = line;
    const isNamed =
      first !== undefined && named.has(`${first.role} ${first.scope.type} ${first.scope.id}`);
    return [...gapsIn(line, t, isNamed), ...overlapsIn(line)];
  });
  return [...unled, ...unchiefed, ...ofLines];
}

/** What is passed on from one holder to the next: the same role over the same ground. */
function lineOf({ role, scope, also }: Duty): string {
  return [role, scope.type, scope.id, also?.type ?? "", also?.id ?? ""].join("|");
}

function unheldZones({ zones, duties }: Registered, t: number) {
  const leads = duties.filter(({ role, scope }) => role === "zone-lead" && scope.type === "zone");
  if (leads.length === 0) return [];
  const byZone = Map.groupBy(leads, ({ scope }) => scope.id);
  return zones.flatMap((zone) => {
    const own = byZone.get(zone.id) ?? [];
    if (zone.level !== "zone" || own.some((duty) => holdsAt(duty, t))) return [];
    return [{ kind: "zone-without-lead" as const, zone, since: lastEnd(own, t) }];
  });
}

function unheldSections({ roads, duties, manifest }: Registered, t: number) {
  const { chiefClasses } = manifest.settings.duty;
  const chiefs = duties.filter(({ role }) => role === "section-chief");
  if (chiefs.length === 0) return [];
  const bySection = Map.groupBy(chiefs, ({ scope }) => scope.id);
  return roads.flatMap((section) => {
    const own = bySection.get(section.id) ?? [];
    if (!chiefClasses.includes(section.class) || own.some((duty) => holdsAt(duty, t))) return [];
    return [{ kind: "section-without-chief" as const, section, since: lastEnd(own, t) }];
  });
}

/** Since when nobody holds it, null where nobody ever did. */
function lastEnd(duties: readonly Duty[], t: number): number | null {
  const ends = duties.flatMap(({ to }) => (to !== null && to <= t ? [to] : []));
  return ends.length === 0 ? null : Math.max(...ends);
}

/** `isNamed`: that nobody holds it now is said already. */
function gapsIn(line: readonly Duty[], t: number, isNamed: boolean): DutyDefect[] {
  const gaps: DutyDefect[] = [];
  let last: Duty | null = null;
  for (const duty of line) {
    if (last !== null && last.to !== null && duty.from > last.to) {
      const { role, scope, to } = last;
      const isOpenNow = to <= t && t < duty.from;
      const gap = { role, scope, before: last, after: duty, from: to, to: duty.from };
      if (!(isNamed && isOpenNow)) gaps.push({ kind: "duty-gap", ...gap });
    }
    if (last === null || endOf(duty) > endOf(last)) last = duty;
  }
  if (last !== null && last.to !== null && last.to <= t && !isNamed) {
    const { role, scope, to } = last;
    gaps.push({ kind: "duty-gap", role, scope, before: last, after: null, from: to, to: null });
  }
  return gaps;
}

function overlapsIn(line: readonly Duty[]): DutyDefect[] {
  const overlaps: DutyDefect[] = [];
  line.forEach((before, i) => {
    for (const after of line.slice(i + 1)) {
      if (after.from >= endOf(before)) break;
      const isSameHolder = after.person === before.person && after.unitId === before.unitId;
      const looksLikeHandover = before.from < after.from && endOf(before) < endOf(after);
      if (!isSameHolder && !looksLikeHandover) continue;
      const { role, scope } = before;
      const end = Math.min(endOf(before), endOf(after));
      const to = end === Number.POSITIVE_INFINITY ? null : end;
      overlaps.push({ kind: "duty-overlap", role, scope, before, after, from: after.from, to });
    }
  });
  return overlaps;
}

function endOf({ to }: Duty): number {
  return to ?? Number.POSITIVE_INFINITY;
}
