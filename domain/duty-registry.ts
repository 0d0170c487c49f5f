import type { CityPack } from "./city-pack.ts";
import { type Duty, type DutyScope, type DutyVia, dutyRoles, dutyVias, holdsAt } from "./duty.ts";
import type { GridZone } from "./grid-zone.ts";
import { lineProximity, type NearLine } from "./spatial/line-proximity.ts";
import type { LocalPlane } from "./spatial/local-plane.ts";
import type { Ground, Territory, TerritoryFinder } from "./spatial/territory.ts";
import { NO_ZONE, zoneLocator } from "./spatial/zone-locator.ts";

/** Somebody who answers for a spot, and by which rule. `distanceM` for sections and rivers. */
export type Answerable = {
  readonly duty: Duty;
  readonly via: DutyVia;
  readonly distanceM: number | null;
};

export type DutyRegistry = TerritoryFinder & {
  /** All of them, past and to come. */
  readonly duties: readonly Duty[];
  /** Takes other duties instead, over the same ground. */
  setDuties(duties: readonly Duty[]): void;
  /**
   * Everyone who answers for a spot at `t`, by the rules in the order of `dutyVias`: sections within reach (nearest
   * first), rivers, the cell, community and zone that hold it, the category's line, and the territory: an implementing
   * body by area (块) or somebody for the whole city, to whom falls what nobody else answers for. Ties: role, then id.
   * Without a category no category line is named.
   */
  answerableAt(lng: number, lat: number, category: string | null, t: number): Answerable[];
  /** Duties whose own scope is exactly this one, at any time. */
  dutiesOf(type: DutyScope["type"], id: string): readonly Duty[];
  /**
   * The ground that a duty is about: it holds where all of these hold; none: everywhere. Null when it
   * is about something that the pack does not have, so that it holds nowhere.
   */
  groundsOf(duty: Duty): readonly Ground[] | null;
  /** Category codes a duty is limited to by its scope or `also`; null: any. */
  categoryLimit(duty: Duty): string | null;
};

type RegistryParts = Pick<CityPack, "zones" | "roads" | "rivers" | "duties" | "manifest">;

export function dutyRegistry(pack: RegistryParts, plane: LocalPlane): DutyRegistry {
  const { sectionWithinM, riverWithinM } = pack.manifest.settings.duty;
  const zones = zoneLocator(pack.zones);
  const sections = lineProximity(
    pack.roads.map((road) => road.geometry),
    plane,
    sectionWithinM,
  );
  const rivers = lineProximity(
    pack.rivers.map((river) => river.geometry),
    plane,
    riverWithinM,
  );
  let duties = pack.duties;
  let byScope = groupByScope(duties);
  let categoryScopes = [...new Set(duties.flatMap(categoryCodesOf))];

  const dutiesOf: DutyRegistry["dutiesOf"] = (type, id) => byScope.get(scopeKey(type, id)) ?? [];

  const ordinals = {
    zone: ordinalsById(pack.zones),
    section: ordinalsById(pack.roads),
    river: ordinalsById(pack.rivers),
  };

  function groundsOf({ scope, also }: Duty): readonly Ground[] | null {
    const grounds: Ground[] = [];
    for (const part of also ? [scope, also] : [scope]) {
      if (part.type === "category" || part.type === "city") continue;
      const ordinal = ordinals[part.type].get(part.id);
      if (ordinal === undefined) return null;
      grounds.push({ kind: part.type, ordinal });
    }
    return grounds;
  }

  function holdsOn(duty: Duty, spot: Territory): boolean {
    const grounds = groundsOf(duty);
    return (
      grounds?.every(({ kind, ordinal }) => {
        if (kind === "section") return spot.sections.includes(ordinal);
        if (kind === "river") return spot.rivers.includes(ordinal);
        return spot.zone !== NO_ZONE && zones.chainOf(spot.zone).includes(ordinal);
      }) ?? false
    );
  }

  function answerableAt(lng: number, lat: number, category: string | null, t: number) {
    const nearSections = sections.near(lng, lat);
    const nearRivers = rivers.near(lng, lat);
    const territory = territoryOf(zones.locate(lng, lat), nearSections, nearRivers);
    const found: Answerable[] = [];

    function take(via: DutyVia, held: readonly Duty[], distanceM: number | null): void {
      for (const duty of held) {
        if (!holdsAt(duty, t) || !holdsOn(duty, territory)) continue;
        const limit = categoryLimit(duty);
        if (limit !== null && (category === null || !category.startsWith(limit))) continue;
        found.push({ duty, via: isTerritorial(duty) ? "territory" : via, distanceM });
      }
    }

    for (const { line, distanceM } of nearSections) {
      const road = pack.roads[line];
      if (road) take("section", dutiesOf("section", road.id), distanceM);
    }
    for (const { line, distanceM } of nearRivers) {
      const river = pack.rivers[line];
      if (river) take("river", dutiesOf("river", river.id), distanceM);
    }
    for (const ordinal of zones.chainOf(territory.zone)) {
      const zone: GridZone | undefined = pack.zones[ordinal];
      if (zone) take(zone.level, dutiesOf("zone", zone.id), null);
    }
    for (const code of categoryScopes) {
      if (category?.startsWith(code)) take("category", dutiesOf("category", code), null);
    }
    take("territory", dutiesOf("city", ""), null);
    return found.sort(byRule);
  }

  return {
    zones,
    sections,
    rivers,
    get duties() {
      return duties;
    },
    setDuties(next) {
      duties = next;
      byScope = groupByScope(next);
      categoryScopes = [...new Set(next.flatMap(categoryCodesOf))];
    },
    answerableAt,
    dutiesOf,
    groundsOf,
    categoryLimit,
  };
}

function categoryLimit({ scope, also }: Duty): string | null {
  if (scope.type === "category") return scope.id;
  return also?.type === "category" ? also.id : null;
}

function categoryCodesOf({ scope }: Duty): string[] {
  return scope.type === "category" ? [scope.id] : [];
}

/** 块: answers because the ground is theirs, whatever the matter. */
function isTerritorial({ role, scope }: Duty): boolean {
  return role === "implementing-unit" || scope.type === "city";
}

function byRule(a: Answerable, b: Answerable): number {
  return (
    dutyVias.indexOf(a.via) - dutyVias.indexOf(b.via) ||
    (a.distanceM ?? 0) - (b.distanceM ?? 0) ||
    dutyRoles.indexOf(a.duty.role) - dutyRoles.indexOf(b.duty.role) ||
    (a.duty.id < b.duty.id ? -1 : 1)
  );
}

function territoryOf(
  zone: number,
  sections: readonly NearLine[],
  rivers: readonly NearLine[],
): Territory {
  return {
    zone,
    sections: sections.map(({ line }) => line),
    rivers: rivers.map(({ line }) => line),
  };
}

function ordinalsById(items: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(items.map(({ id }, ordinal) => [id, ordinal]));
}

function groupByScope(duties: readonly Duty[]): Map<string, Duty[]> {
  return Map.groupBy(duties, ({ scope }) => scopeKey(scope.type, scope.id));
}

/** A city scope has no id of its own, whatever the table says. */
function scopeKey(type: DutyScope["type"], id: string): string {
  return type === "city" ? "city" : `${type} ${id}`;
}
