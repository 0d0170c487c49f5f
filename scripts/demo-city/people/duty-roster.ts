import type { DutyRole, ScopeType } from "../../../domain/duty.ts";
import type { Reach } from "../land/waters.ts";
import type { Area } from "../land/zones.ts";
import type { Random } from "../random.ts";
import type { RoadLine } from "../streets/road-lines.ts";
import {
  bodyOf,
  categoryLines,
  departmentId,
  departmentNames,
  streetOfficeOf,
  subId,
} from "./organisation.ts";

/** A row of duties.csv; days as YYYY-MM-DD, `from` included, `to` not. */
export type DutyRow = {
  readonly id: string;
  readonly role: DutyRole;
  readonly person: string | null;
  readonly unitId: string | null;
  readonly scopeType: ScopeType;
  readonly scopeId: string;
  readonly also: string | null;
  readonly from: string;
  readonly to: string | null;
  readonly phone: string | null;
};

/** Everybody was in office before the first report. */
const SINCE = "2025-01-01";

/** Past leads of a zone and the day they handed over; the last holds today. */
const LEAD_HISTORY: Readonly<Record<string, readonly { person: string; until: string }[]>> = {
  Z03: [{ person: "市领导 15", until: "2026-03-16" }],
  Z07: [
    { person: "市领导 16", until: "2025-12-22" },
    { person: "市领导 17", until: "2026-07-01" },
  ],
  Z10: [{ person: "市领导 18", until: "2026-05-11" }],
  Z12: [
    { person: "市领导 19", until: "2026-01-19" },
    { person: "市领导 20", until: "2026-08-17" },
  ],
};

/** Zones that two lead together. */
const SECOND_LEADS: Readonly<Record<string, string>> = { Z06: "市领导 13", Z09: "市领导 14" };

/**
 * Who answers for what in every zone, community, section, reach and category line, on every day
 * since 2025.
 */
export function makeDuties(
  areas: readonly Area[],
  roads: readonly RoadLine[],
  reaches: readonly Reach[],
  zoneOfRoad: (road: RoadLine) => string | null,
  random: Random,
): DutyRow[] {
  const rows: DutyRow[] = [];
  const phones = new Map<string, string>();
  const phoneOf = (person: string): string => {
    const known = phones.get(person);
    if (known) return known;
    const number = String(phones.size + 1).padStart(8, "0");
    const phone = `000-${number.slice(0, 4)}-${number.slice(4)}`;
    phones.set(person, phone);
    return phone;
  };
  const put = (row: Pick<DutyRow, "role" | "scopeType" | "scopeId"> & Partial<DutyRow>): void => {
    rows.push({
      person: null,
      unitId: null,
      also: null,
      from: SINCE,
      to: null,
      phone: row.person ? phoneOf(row.person) : null,
      ...row,
      id: `T${String(rows.length + 1).padStart(4, "0")}`,
    });
  };

  const zones = areas.filter(({ level }) => level === "zone");
  const communities = areas.filter(({ level }) => level === "community");
  zones.forEach((zone, z) => {
    let from = SINCE;
    for (const { person, until } of LEAD_HISTORY[zone.id] ?? []) {
      put({ role: "zone-lead", person, scopeType: "zone", scopeId: zone.id, from, to: until });
      from = until;
    }
    put({
      role: "zone-lead",
      person: `市领导 ${pad(z + 1)}`,
      scopeType: "zone",
      scopeId: zone.id,
      from,
    });
    const second = SECOND_LEADS[zone.id];
    if (second) put({ role: "zone-lead", person: second, scopeType: "zone", scopeId: zone.id });
    put({
      role: "implementing-unit",
      unitId: bodyOf(zone.id),
      scopeType: "zone",
      scopeId: zone.id,
    });
  });
  categoryLines.forEach(({ category }, i) => {
    put({
      role: "sub-headquarters",
      person: `分指挥长 ${pad(i + 1)}`,
      unitId: subId(i),
      scopeType: "category",
      scopeId: category,
    });
  });
  communities.forEach((community, i) => {
    put({
      role: "grid-worker",
      person: `网格员 ${pad(i + 1, 3)}`,
      unitId: streetOfficeOf(community.id),
      scopeType: "zone",
      scopeId: community.id,
    });
    const department = i % departmentNames.length;
    put({
      role: "partner-unit",
      person: `挂点联络员 ${pad(department + 1)}`,
      unitId: departmentId(department),
      scopeType: "zone",
      scopeId: community.id,
    });
  });
  putTaskForces(put);
  reaches.forEach(({ id }, i) => {
    put({ role: "river-chief", person: `河长 ${pad(i + 1)}`, scopeType: "river", scopeId: id });
  });
  putSectionChiefs(roads, zoneOfRoad, random, put);
  return rows;
}

type Put = (row: Pick<DutyRow, "role" | "scopeType" | "scopeId"> & Partial<DutyRow>) => void;

/** A department that answers for one kind of problem in one zone only. */
function putTaskForces(put: Put): void {
  const forces = [
    { category: "E0501", zone: "Z09", department: "市商务局", from: "2026-04-01" },
    { category: "E0510", zone: "Z07", department: "市市场监管局", from: "2026-05-01" },
    { category: "E0505", zone: "Z03", department: "市公安局", from: "2026-02-01" },
    { category: "E0302", zone: "Z12", department: "市住房城乡建设局", from: "2026-03-01" },
  ];
  for (const { category, zone, department, from } of forces) {
    const i = departmentNames.indexOf(department as (typeof departmentNames)[number]);
    put({
      role: "partner-unit",
      unitId: departmentId(i),
      scopeType: "category",
      scopeId: category,
      also: `zone:${zone}`,
      from,
    });
  }
}

/**
 * Every arterial, secondary and branch section, and most named lanes; one person holds up to four
 * of a zone.
 */
function putSectionChiefs(
  roads: readonly RoadLine[],
  zoneOfRoad: (road: RoadLine) => string | null,
  random: Random,
  put: Put,
): void {
  const held = new Map<string, { person: string; left: number }>();
  const numbers = new Map<string, number>();
  const chiefFor = (title: string, zone: string, load: number): string => {
    const key = `${title} ${zone}`;
    const current = held.get(key);
    if (current && current.left > 0) {
      current.left--;
      return current.person;
    }
    const n = (numbers.get(title) ?? 0) + 1;
    numbers.set(title, n);
    const person = `${title} ${pad(n)}`;
    held.set(key, { person, left: load - 1 });
    return person;
  };
  const personOf = new Map<string, string>();
  for (const road of roads) {
    if (road.class === "none") continue;
    if (road.class === "lane" && (road.name === null || !random.chance(0.86))) continue;
    const zone = road.isInside ? zoneOfRoad(road) : null;
    const base = road.section?.id ?? road.id;
    const person =
      personOf.get(base) ??
      (zone === null
        ? chiefFor("养护站干部", "", 6)
        : road.class === "arterial"
          ? chiefFor("区干部", bodyOf(zone), 3)
          : chiefFor("街道干部", zone, road.class === "lane" ? 4 : 3));
    personOf.set(base, person);
    const unitId =
      zone === null ? "R01" : road.class === "arterial" ? bodyOf(zone) : streetOfficeOf(zone);
    const scope = {
      role: "section-chief",
      unitId,
      scopeType: "section",
      scopeId: road.id,
    } as const;
    const handover = random.chance(0.06) ? random.pick(HANDOVERS) : null;
    if (handover === null || road.isOneway) {
      put({ ...scope, person });
      continue;
    }
    const before = chiefFor(zone === null ? "养护站干部" : "街道干部", zone ?? "", 3);
    put({ ...scope, person: before, to: handover });
    put({ ...scope, person, from: handover });
  }
}

const HANDOVERS = ["2025-11-03", "2026-01-05", "2026-03-02", "2026-06-15", "2026-09-01"] as const;

function pad(n: number, width = 2): string {
  return String(n).padStart(width, "0");
}
