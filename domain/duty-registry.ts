import type { CityPack } from "./city-pack.ts";
import { type Duty, type DutyScope, type DutyVia, dutyRoles, dutyVias, holdsAt } from "./duty.ts";
import { firstVersions, type GridZone, type ZoneVersion } from "./grid-zone.ts";
import { lineProximity } from "./spatial/line-proximity.ts";
import type { LocalPlane } from "./spatial/local-plane.ts";
import type { Ground, TerritoryFinder } from "./spatial/territory.ts";
import { type ZoneSheet, zoneAtlas } from "./spatial/zone-atlas.ts";
import { NO_ZONE } from "./spatial/zone-locator.ts";

/** Somebody who answers for a spot, and by which rule. `distanceM` for sections and rivers. */
export type Answerable = {
  readonly duty: Duty;
  readonly via: DutyVia;
  readonly distanceM: number | null;
};

/**
 * Where a duty holds from one moment to the first moment no longer: a duty over a zone whose borders changed has one of
 * these for each way the zone was drawn. It holds where all its grounds hold; none: everywhere.
 */
export type Holding = {
  readonly grounds: readonly Ground[];
  readonly from: number;
  /** +∞: still. */
  readonly to: number;
};

export type DutyRegistry = TerritoryFinder & {
  /** All of them, past and to come. */
  readonly duties: readonly Duty[];
  /** Takes other duties instead, over the same ground. */
  setDuties(duties: readonly Duty[]): void;
  /** Takes zones that are drawn otherwise; territories found before no longer hold. */
  setZones(versions: readonly ZoneVersion[]): void;
  /**
   * Everyone who answers for a spot at `t`, by the rules in the order of `dutyVias`: sections within reach (nearest
   * first), rivers, the cell, community and zone that hold it, the category's line, and the territory: an implementing
   * body by area (块) or somebody for the whole city, to whom falls what nobody else answers for. Ties: role, then id.
   * Without a category no category line is named.
   */
  answerableAt(lng: number, lat: number, category: string | null, t: number): Answerable[];
  /** Duties whose own scope is exactly this one, at any time. */
  dutiesOf(type: DutyScope["type"], id: string): readonly Duty[];
  /** Where a duty holds and when, in time order; empty when it is about something that the city never had. */
  holdingsOf(duty: Duty): readonly Holding[];
  /** Category codes a duty is limited to by its scope or `also`; null: any. */
  categoryLimit(duty: Duty): string | null;
};

type RegistryParts = Pick<CityPack, "zones" | "roads" | "rivers" | "duties" | "manifest">;

/** Ordinals of what a spot lies in or near. */
type Spot = Readonly<Record<Ground["kind"], readonly number[]>>;

/** `versions`: the zones through time, where they were ever changed. */
export function dutyRegistry(
  pack: RegistryParts,
  plane: LocalPlane,
  versions: readonly ZoneVersion[] = firstVersions(pack.zones),
): DutyRegistry {
  const { sectionWithinM, riverWithinM } = pack.manifest.settings.duty;
  let zones = zoneAtlas(versions);
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

  const lines = { section: ordinalsById(pack.roads), river: ordinalsById(pack.rivers) };

  /** Null where the scope is about nothing there is in that sheet. */
  function groundsIn({ scope, also }: Duty, sheet: ZoneSheet): Ground[] | null {
    const grounds: Ground[] = [];
    for (const { type, id } of also ? [scope, also] : [scope]) {
      if (type === "category" || type === "city") continue;
      const ordinal = type === "zone" ? sheet.ordinalOf(id) : (lines[type].get(id) ?? NO_ZONE);
      if (ordinal === NO_ZONE) return null;
      grounds.push(
        type === "zone" ? { kind: type, sheet: sheet.number, ordinal } : { kind: type, ordinal },
      );
    }
    return grounds;
  }

  function holdingsOf(duty: Duty): readonly Holding[] {
    const isOverZone = duty.scope.type === "zone" || duty.also?.type === "zone";
    const end = duty.to ?? Number.POSITIVE_INFINITY;
    if (!isOverZone) {
      const grounds = groundsIn(duty, zones.latest);
      return grounds === null ? [] : [{ grounds, from: duty.from, to: end }];
    }
    return zones.sheets.flatMap((sheet) => {
      const [from, to] = [Math.max(duty.from, sheet.from), Math.min(end, sheet.to)];
      const grounds = from < to ? groundsIn(duty, sheet) : null;
      return grounds === null ? [] : [{ grounds, from, to }];
    });
  }

  function holdsOn(duty: Duty, sheet: ZoneSheet, spot: Spot): boolean {
    const grounds = groundsIn(duty, sheet);
    return grounds?.every(({ kind, ordinal }) => spot[kind].includes(ordinal)) ?? false;
  }

  function answerableAt(lng: number, lat: number, category: string | null, t: number) {
    const nearSections = sections.near(lng, lat);
    const nearRivers = rivers.near(lng, lat);
    const sheet = zones.at(t);
    const chain = sheet.chainOf(sheet.locate(lng, lat));
    const spot = {
      zone: chain,
      section: nearSections.map(({ line }) => line),
      river: nearRivers.map(({ line }) => line),
    };
    const found: Answerable[] = [];

    function take(via: DutyVia, held: readonly Duty[], distanceM: number | null): void {
      for (const duty of held) {
        if (!holdsAt(duty, t) || !holdsOn(duty, sheet, spot)) continue;
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
    for (const ordinal of chain) {
      const zone: GridZone | undefined = sheet.zones[ordinal];
      if (zone) take(zone.level, dutiesOf("zone", zone.id), null);
    }
    for (const code of categoryScopes) {
      if (category?.startsWith(code)) take("category", dutiesOf("category", code), null);
    }
    take("territory", dutiesOf("city", ""), null);
    return found.sort(byRule);
  }

  return {
    get zones() {
      return zones;
    },
    setZones(versions) {
      zones = zoneAtlas(versions);
    },
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
    holdingsOf,
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
