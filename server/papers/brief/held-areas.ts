import type { BriefArea } from "../../../domain/brief.ts";
import type { Week } from "../../../domain/brief-week.ts";
import { type Duty, type DutyScope, dutyRoles, holdsAt } from "../../../domain/duty.ts";
import type { City } from "../../city/city.ts";
import { heldDuties, NOT_ASKED } from "../../problem-index/held-duties.ts";
import { type HoldersAt, holdersAt } from "../../problem-index/holders-at.ts";

/** What a person ever answered for, one area a scope, and who of them answers where and when. */
export type HeldAreas = {
  readonly duties: readonly Duty[];
  /** Duties over one scope, whatever the role, by number of the area. */
  readonly areas: readonly (readonly Duty[])[];
  readonly holders: HoldersAt;
};

export function heldAreas({ problems, tables }: City, person: string): HeldAreas {
  const duties = tables.registry.duties.filter((duty) => duty.person === person);
  const areas = [...Map.groupBy(duties, scopeKey).values()];
  const numbers = new Map(areas.flatMap((held, number) => held.map(({ id }) => [id, number])));
  const held = heldDuties({ ...tables, territories: problems.territories }, (duty) =>
    duty.person === person ? (numbers.get(duty.id) ?? NOT_ASKED) : NOT_ASKED,
  );
  return { duties, areas, holders: holdersAt(held) };
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
  };
}

function scopeName({ pack, tables }: City, { type, id }: DutyScope): string | null {
  switch (type) {
    case "zone":
      return tables.registry.zones.newest(id)?.name ?? null;
    case "section":
      return pack.roads.find((road) => road.id === id)?.name ?? null;
    case "river":
      return pack.rivers.find((river) => river.id === id)?.name ?? null;
    case "category":
      return tables.tree.list.find(({ code }) => code === id)?.name ?? null;
    case "city":
      return pack.manifest.name;
  }
}

function scopeKey({ scope, also }: Duty): string {
  return [scope.type, scope.id, also?.type ?? "", also?.id ?? ""].join(" ");
}
