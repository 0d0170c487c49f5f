import type { BriefArea } from "../../../domain/brief.ts";
import type { Week } from "../../../domain/brief-week.ts";
import { type Duty, dutyRoles, holdsAt } from "../../../domain/duty.ts";
import type { GridZone } from "../../../domain/grid-zone.ts";
import type { City } from "../../city/city.ts";
import { scopeName } from "../../city/scope-name.ts";
import { heldDuties, NOT_ASKED } from "../../problem-index/held-duties.ts";
import { type HoldersAt, holdersAt } from "../../problem-index/holders-at.ts";

/** What a person ever answered for, one area a scope, and which of them holds where and when. */
export type HeldAreas = {
  readonly duties: readonly Duty[];
  /** Duties over one scope, whatever the role, by number of the area. */
  readonly areas: readonly (readonly Duty[])[];
  /** Zones within the one zone that is all of the week's ground; numbered on after the areas. */
  readonly parts: readonly GridZone[];
  readonly holders: HoldersAt;
};

export function heldAreas(city: City, person: string, week: Week): HeldAreas {
  const { problems, tables } = city;
  const duties = tables.registry.duties.filter((duty) => duty.person === person);
  const areas = [...Map.groupBy(duties, scopeKey).values()];
  const numbers = new Map(areas.flatMap((held, number) => held.map(({ id }) => [id, number])));
  const held = heldDuties({ ...tables, territories: problems.territories }, (duty) =>
    duty.person === person ? (numbers.get(duty.id) ?? NOT_ASKED) : NOT_ASKED,
  );
  const parts = partsOf(city, areas, week);
  const holders = withParts(city, parts, areas.length, week, holdersAt(held));
  return { duties, areas, parts, holders };
}

/** A lead of a single zone wants to know which of its communities; several areas are told apart anyhow. */
function partsOf({ tables }: City, areas: HeldAreas["areas"], week: Week): readonly GridZone[] {
  const within = areas.filter((duties) => duties.some((duty) => heldWithin(duty, week)));
  const [only] = within[0] ?? [];
  if (within.length !== 1 || only?.scope.type !== "zone" || only.also !== null) return [];
  const { zones } = tables.registry.zones.at(week.at);
  return zones.filter(({ parentId }) => parentId === only.scope.id);
}

/** Answers the part beside the area where somebody answers at all. */
function withParts(
  { problems, tables }: City,
  parts: readonly GridZone[],
  first: number,
  week: Week,
  holders: HoldersAt,
): HoldersAt {
  if (parts.length === 0) return holders;
  const sheet = tables.registry.zones.at(week.at);
  const partOf = new Map<number, number>();
  parts.forEach(({ id }, part) => {
    const ground = { kind: "zone", sheet: sheet.number, ordinal: sheet.ordinalOf(id) } as const;
    for (const territory of problems.territories.on(ground)) partOf.set(territory, first + part);
  });
  return (territory, category, t) => {
    const found = holders(territory, category, t);
    const part = partOf.get(territory);
    return found.length === 0 || part === undefined ? found : [...found, part];
  };
}

/** Whether a duty held at some moment of the week that is over. */
export function heldWithin({ from, to }: Duty, week: Week): boolean {
  return from <= week.at && (to === null || to > week.from);
}

/** An area as the brief lists it, without its counts. */
export function areaFacts(
  city: City,
  duties: readonly Duty[],
  week: Week,
): Omit<BriefArea, "counts"> {
  const { clock } = city;
  const within = duties.filter((duty) => heldWithin(duty, week));
  const roles = new Set(within.map(({ role }) => role));
  const from = Math.min(...within.map((duty) => duty.from));
  const to = Math.max(...within.map((duty) => duty.to ?? Number.POSITIVE_INFINITY));
  const [first] = duties;
  const scope = first?.scope ?? { type: "city", id: "" };
  const also = first?.also ? scopeName(city, first.also) : null;
  const name = scopeName(city, scope);
  return {
    ...scope,
    name: name !== null && also !== null ? `${name}（${also}）` : (name ?? also),
    roles: dutyRoles.filter((role) => roles.has(role)),
    from: from > week.from ? clock.toIso(from) : null,
    to: to <= week.at ? clock.toIso(to) : null,
    isHeldAtEnd: within.some((duty) => holdsAt(duty, week.at)),
    isPart: false,
  };
}

function scopeKey({ scope, also }: Duty): string {
  return [scope.type, scope.id, also?.type ?? "", also?.id ?? ""].join(" ");
}
