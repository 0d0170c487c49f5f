import type { DutyDefectBody } from "../../domain/contract/duty-defects.ts";
import type { Duty, DutyScope } from "../../domain/duty.ts";
import { groundPosition } from "../../domain/spatial/ground-position.ts";
import type { LngLat } from "../../domain/spatial/lng-lat.ts";
import type { TopologyFinding } from "../../domain/spatial/zone-topology.ts";
import type { City } from "../city/city.ts";
import type { CityDefect } from "../city/city-defects.ts";
import { dutyBody, scopeBody } from "./duty-body.ts";

const NOTHING = {
  role: null,
  scope: null,
  also: null,
  others: [],
  duties: [],
  from: null,
  to: null,
  areaM2: null,
  position: null,
} satisfies Partial<DutyDefectBody>;

/** A defect with names, holders, a position to look at, and what mends it. */
export function dutyDefectBody(city: City, defect: CityDefect): DutyDefectBody {
  const iso = (t: number | null) => (t === null ? null : city.clock.toIso(t));
  switch (defect.kind) {
    case "zone-without-lead": {
      const { kind, zone, since } = defect;
      const scope = { type: "zone" as const, id: zone.id, name: zone.name };
      const position = shown(groundPosition(zone.geometry));
      const found = { kind, role: "zone-lead", scope, position, from: iso(since) } as const;
      return { ...NOTHING, ...found, fix: "assign" };
    }
    case "section-without-chief": {
      const { kind, section, since } = defect;
      const scope = { type: "section" as const, id: section.id, name: section.name };
      const position = shown(groundPosition(section.geometry));
      const found = { kind, role: "section-chief", scope, position, from: iso(since) } as const;
      return { ...NOTHING, ...found, fix: "assign" };
    }
    case "duty-gap":
    case "duty-overlap": {
      const { kind, before, after, from, to } = defect;
      const concerned = dutiesBody(city, after === null ? [before] : [before, after]);
      const fix = kind === "duty-gap" ? "assign" : "mend-end";
      return { ...NOTHING, ...concerned, kind, from: iso(from), to: iso(to), fix };
    }
    case "unknown-unit":
    case "unknown-scope": {
      const { kind, duty } = defect;
      const fix = kind === "unknown-unit" ? "hand-over" : "mend-end";
      const dates = { from: iso(duty.from), to: iso(duty.to) };
      return { ...NOTHING, ...dutiesBody(city, [duty]), ...dates, kind, fix };
    }
    case "zone-topology":
      return { ...NOTHING, ...topologyBody(city, defect.finding), fix: "edit-zone" };
  }
}

/** What duties over one ground have in common. */
function dutiesBody(
  city: City,
  duties: readonly [Duty, ...Duty[]],
): Pick<DutyDefectBody, "role" | "scope" | "also" | "duties" | "position"> {
  const [{ role, scope, also }] = duties;
  return {
    role,
    scope: scopeBody(city, scope),
    also: also && scopeBody(city, also),
    duties: duties.map((duty) => dutyBody(city, duty)),
    position: positionOf(city, scope) ?? (also && positionOf(city, also)),
  };
}

function topologyBody(
  city: City,
  finding: TopologyFinding,
): Pick<DutyDefectBody, "kind" | "scope" | "others" | "areaM2" | "position"> {
  const zone = (id: string) => scopeBody(city, { type: "zone", id });
  const named = (id: string) => ({ id, name: zone(id).name ?? id });
  switch (finding.kind) {
    case "not-checked": {
      const { ids } = finding;
      const others = ids.map(named);
      const facts = { scope: null, others, areaM2: null, position: null };
      return { kind: "topology-not-checked", ...facts };
    }
    case "gap": {
      const { parentId, neighbours, areaM2, at } = finding;
      const scope = parentId === null ? null : zone(parentId);
      const others = neighbours.map(named);
      return { kind: "zone-gap", scope, others, areaM2, position: shown(at) };
    }
    default: {
      const { id, otherId, areaM2, at } = finding;
      const kind = finding.kind === "overlap" ? "zone-overlap" : "zone-outside-parent";
      return { kind, scope: zone(id), others: [named(otherId)], areaM2, position: shown(at) };
    }
  }
}

function positionOf({ pack, tables }: City, { type, id }: DutyScope): DutyDefectBody["position"] {
  const lists = {
    zone: tables.registry.zones.latest.zones,
    section: pack.roads,
    river: pack.rivers,
  };
  if (type === "category" || type === "city") return null;
  const ground = lists[type].find((each) => each.id === id);
  return ground ? shown(groundPosition(ground.geometry)) : null;
}

function shown(at: LngLat | null): DutyDefectBody["position"] {
  return at && [at[0], at[1]];
}
