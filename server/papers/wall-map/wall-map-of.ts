import type { DutyRole } from "../../../domain/duty.ts";
import { DomainError } from "../../../domain/errors.ts";
import type { GridZone } from "../../../domain/grid-zone.ts";
import { STATUS } from "../../../domain/problem.ts";
import { noFilter } from "../../../domain/problem-filter.ts";
import { fromE7 } from "../../../domain/spatial/lng-lat.ts";
import type { PapersText } from "../../../domain/text/papers-zh-cn.ts";
import type { WallMap, WallMapArea, WallMapColour } from "../../../domain/wall-map.ts";
import type { City } from "../../city/city.ts";
import { countByZone } from "../../problem-index/count-by-zone.ts";
import { heldInChain, heldOn } from "../signs/sign-rows.ts";
import { zoneAreaM2 } from "../signs/zone-area.ts";

export type WallMapOrder = {
  readonly zone: string | null;
  readonly colour: WallMapColour;
  readonly on: number;
  readonly text: PapersText;
};

/** Everything that a map prints, zones and holders as of the moment. Throws not-found for an unknown zone. */
export function wallMapOf(city: City, { zone: id, colour, on, text }: WallMapOrder): WallMap {
  const { zones } = city.tables.registry.zones.at(on);
  const subject = id === null ? null : (zones.find((zone) => zone.id === id) ?? null);
  if (id !== null && !subject) throw new DomainError("not-found", { what: "zone", id });
  const shown = shownZones(zones, subject);
  const isLed = shown.some(({ level }) => level === "zone");
  const [personRole, unitRole]: [DutyRole, DutyRole] = isLed
    ? ["zone-lead", "implementing-unit"]
    : ["grid-worker", "partner-unit"];
  const filter = { ...noFilter, asOf: on, zones: subject && [subject.id] };
  const counts = countByZone(city.problems, city.problems.compile(filter, on));
  const ordinals = new Map(zones.map((zone, ordinal) => [zone.id, ordinal]));
  const areas = shown.map((zone): WallMapArea => {
    const ordinal = ordinals.get(zone.id) ?? -1;
    return {
      zone,
      areaM2: zoneAreaM2(zone),
      persons: personsOf(city, zone, personRole, on),
      units: unitsOf(city, zone, unitRole, zones, on),
      open: counts.open[ordinal] ?? 0,
      overdue: counts.overdue[ordinal] ?? 0,
    };
  });
  const { manifest } = city.pack;
  return {
    title: text.wall.title(subject?.name ?? manifest.name),
    city: manifest.name,
    isDemo: manifest.isDemo,
    attribution: manifest.attribution,
    subject,
    leads: subject ? leadsOf(city, subject, zones, on) : [],
    areas,
    personRole,
    unitRole,
    inner: innerZones(zones, shown),
    chiefs: subject ? chiefsOf(city, on) : new Map(),
    ...openSpots(city, filter, on),
    colour,
    asOf: city.clock.toIso(on).slice(0, 16).replace("T", " "),
  };
}

/** Of the city its zones; of a zone what it holds, or itself. Where the coarsest level is missing, the next one stands in. */
function shownZones(zones: readonly GridZone[], subject: GridZone | null): readonly GridZone[] {
  if (subject) {
    const children = zones.filter(({ parentId }) => parentId === subject.id);
    return children.length > 0 ? children : [subject];
  }
  for (const level of ["zone", "community", "cell"] as const) {
    const ofLevel = zones.filter((zone) => zone.level === level);
    if (ofLevel.length > 0) return ofLevel;
  }
  return [];
}

function innerZones(zones: readonly GridZone[], shown: readonly GridZone[]): GridZone[] {
  const ids = new Set<string>(shown.map(({ id }) => id));
  return zones.filter(({ parentId }) => parentId !== null && ids.has(parentId));
}

function personsOf(city: City, zone: GridZone, role: DutyRole, on: number): string[] {
  const held = heldOn(city, role, { type: "zone", id: zone.id }, on);
  return [...new Set(held.flatMap(({ person }) => person ?? []))];
}

function leadsOf(city: City, zone: GridZone, zones: readonly GridZone[], on: number): string[] {
  const parent = zones.find(({ id }) => id === zone.parentId);
  const { duties } = heldInChain(city, "zone-lead", parent ? [zone, parent] : [zone], on);
  return [...new Set(duties.flatMap(({ person }) => person ?? []))];
}

function unitsOf(
  city: City,
  zone: GridZone,
  role: DutyRole,
  zones: readonly GridZone[],
  on: number,
): string[] {
  const parent = zones.find(({ id }) => id === zone.parentId);
  const chain = parent ? [zone, parent] : [zone];
  const ids = heldInChain(city, role, chain, on).duties.flatMap(({ unitId }) => unitId ?? []);
  const names = ids.map((id) => city.pack.units.find((unit) => unit.id === id)?.name ?? id);
  return [...new Set(names)];
}

function chiefsOf(city: City, on: number): Map<string, string> {
  const chiefs = new Map<string, string>();
  for (const { id } of city.pack.roads) {
    const held = heldOn(city, "section-chief", { type: "section", id }, on);
    const persons = [...new Set(held.flatMap(({ person }) => person ?? []))];
    if (persons.length > 0) chiefs.set(id, persons.join("、"));
  }
  return chiefs;
}

type Filter = Parameters<City["problems"]["compile"]>[0];

function openSpots(
  city: City,
  filter: Filter,
  on: number,
): Pick<WallMap, "spots" | "open" | "overdue"> {
  const { problems } = city;
  const open = problems.compile({ ...filter, statuses: ["open"] }, on);
  const { count, rows, status } = problems.match(open);
  const { lngE7, latE7 } = problems.columns;
  const spots = Array.from({ length: count }, (_, i) => {
    const row = rows[i] ?? 0;
    return {
      lng: fromE7(lngE7[row] ?? 0),
      lat: fromE7(latE7[row] ?? 0),
      isOverdue: status[i] === STATUS.overdue,
    };
  });
  return { spots, open: count, overdue: spots.filter(({ isOverdue }) => isOverdue).length };
}
