import { z } from "zod";
import { type Duty, holdsAt } from "./duty.ts";
import { type DutyChange, endedAt } from "./duty-change.ts";
import type { GridZone, ZoneVersion } from "./grid-zone.ts";
import { DutyId } from "./ids.ts";

/** What tells a version of a zone from all others. */
export type ZoneVersionKey = { readonly id: string; readonly from: number };

/** What an act does to the zones of a city: versions to keep, new and ended ones, and those to take away. */
export type ZoneChange = {
  readonly save: readonly ZoneVersion[];
  readonly remove: readonly ZoneVersionKey[];
};

/** A zone as it is to be from a moment on; `takesPlaceOf` names those whose ground it has. */
export type NextZone = { readonly zone: GridZone; readonly takesPlaceOf: readonly string[] };

const KeptZoneChange = z.object({
  save: z.array(z.custom<ZoneVersion>((value) => typeof value === "object" && value !== null)),
  remove: z.array(z.object({ id: z.string(), from: z.number() })),
});

/** A change as an audit row has it; null for a row that holds none. What the program wrote is not checked again. */
export function keptZoneChange(row: unknown): ZoneChange | null {
  return KeptZoneChange.safeParse(row).data ?? null;
}

const keyOf = (id: string, from: number) => `${from} ${id}`;

/** The change that takes another one back, given the versions before it. */
export function reversedZones(
  before: readonly ZoneVersion[],
  { save, remove }: ZoneChange,
): ZoneChange {
  const known = new Map(before.map((each) => [keyOf(each.zone.id, each.from), each]));
  const touched = new Map<string, ZoneVersionKey>();
  for (const { zone, from } of save) touched.set(keyOf(zone.id, from), { id: zone.id, from });
  for (const { id, from } of remove) touched.set(keyOf(id, from), { id, from });
  return {
    save: [...touched.keys()].flatMap((key) => known.get(key) ?? []),
    remove: [...touched].filter(([key]) => !known.has(key)).map(([, version]) => version),
  };
}

/**
 * Zones are drawn otherwise from `t` on, some are no more. `versions` must not change later than `t`. A zone keeps its rank;
 * a new one stands beside the one whose place it takes, else at the end.
 */
export function redrawn(
  versions: readonly ZoneVersion[],
  t: number,
  next: readonly NextZone[],
  gone: readonly string[],
): ZoneChange {
  const standing = new Map<string, ZoneVersion>(
    versions.filter(({ to }) => to === null).map((version) => [version.zone.id, version]),
  );
  const save: ZoneVersion[] = [];
  const remove: ZoneVersionKey[] = [];
  const end = (version: ZoneVersion) => {
    if (version.from < t) save.push({ ...version, to: t });
    else remove.push({ id: version.zone.id, from: version.from });
  };
  const last = versions.reduce((most, { rank }) => Math.max(most, rank), -1);
  for (const id of gone) {
    const version = standing.get(id);
    if (version) end(version);
  }
  for (const { zone, takesPlaceOf } of next) {
    const before = standing.get(zone.id);
    const beside = takesPlaceOf.map((id) => standing.get(id)?.rank ?? last + 1);
    const rank = before?.rank ?? beside[0] ?? last + 1;
    if (before && before.from < t) end(before);
    save.push({ zone, rank, from: t, to: null });
  }
  return { save, remove };
}

/**
 * Duties over zones that are no more end at `t` and go on, with the same holders and the end that they had, over every zone
 * that takes their place. Where several zones become one, equal duties become one. `freshId` names each new duty.
 */
export function passedOn(
  duties: readonly Duty[],
  t: number,
  next: readonly NextZone[],
  gone: readonly string[],
  freshId: () => string,
): DutyChange {
  const isGone = new Set(gone);
  const heirs = new Map(
    gone.map((id) => [id, next.filter((each) => each.takesPlaceOf.includes(id))]),
  );
  const touched = duties.filter(
    (duty) =>
      (duty.to === null || duty.to > t) &&
      [duty.scope, duty.also].some((scope) => scope?.type === "zone" && isGone.has(scope.id)),
  );
  const begun = new Map<string, Duty>();
  for (const duty of touched) {
    for (const scope of moved(duty.scope, heirs)) {
      for (const also of duty.also === null ? [null] : moved(duty.also, heirs)) {
        const from = Math.max(t, duty.from);
        const { id: _, ...rest } = { ...duty, scope, also, from };
        const key = JSON.stringify(rest);
        if (!begun.has(key)) begun.set(key, { ...rest, id: DutyId.parse(freshId()) });
      }
    }
  }
  const ended = touched.map((duty) => endedAt(duty, t));
  return {
    save: [...ended.flatMap(({ save }) => save), ...begun.values()],
    remove: ended.flatMap(({ remove }) => remove),
  };
}

/** How many duties end and begin by a change at `t`. */
export function dutiesPassed(
  { save, remove }: DutyChange,
  t: number,
): { readonly ended: number; readonly begun: number } {
  const begun = save.filter((duty) => holdsAt(duty, Math.max(t, duty.from))).length;
  return { ended: save.length - begun + remove.length, begun };
}

function moved(
  scope: Duty["scope"],
  heirs: ReadonlyMap<string, readonly NextZone[]>,
): readonly Duty["scope"][] {
  const found = scope.type === "zone" ? heirs.get(scope.id) : undefined;
  return found ? found.map(({ zone }) => ({ type: "zone", id: zone.id })) : [scope];
}
