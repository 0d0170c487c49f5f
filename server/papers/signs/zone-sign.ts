import type { DutyRole } from "../../../domain/duty.ts";
import type { GridZone } from "../../../domain/grid-zone.ts";
import type { SignWarning } from "../../../domain/sign.ts";
import { interiorPosition } from "../../../domain/spatial/interior-position.ts";
import { type LngLat, lngLat } from "../../../domain/spatial/lng-lat.ts";
import { localPlane } from "../../../domain/spatial/local-plane.ts";
import type { City } from "../../city/city.ts";
import { type OwnFacts, onlyUnits } from "./section-sign.ts";
import { sectionsOfZone } from "./sections-of-zone.ts";
import { heldInChain, heldOn, signRow } from "./sign-rows.ts";

/** Who stands first: a zone is led, a community and a cell are walked. */
const ROLES: Readonly<Record<GridZone["level"], readonly DutyRole[]>> = {
  zone: ["zone-lead", "implementing-unit", "partner-unit", "grid-worker"],
  community: ["grid-worker", "zone-lead", "partner-unit", "implementing-unit"],
  cell: ["grid-worker", "zone-lead", "partner-unit"],
};

/** What a zone's board says beside what all boards say; zones are those of the day. */
export function zoneFacts(city: City, zone: GridZone, on: number): OwnFacts {
  const { zones } = city.tables.registry.zones.at(on);
  const below = descendants(zones, zone.id);
  const chain = [zone, ...ancestors(zones, zone)];
  const rows = ROLES[zone.level].map((role) => rowOf(city, role, chain, below, on));
  const workers = [zone, ...below].flatMap((each) =>
    heldOn(city, "grid-worker", { type: "zone", id: each.id }, on),
  );
  const lead = heldInChain(city, "zone-lead", chain, on).duties;
  const own = rows[0] ? heldInChain(city, rows[0].role, chain, on).duties : [];
  return {
    id: zone.id,
    name: zone.name,
    facts: {
      type: "zone",
      level: zone.level,
      within: chain.slice(1).map(({ name }) => name),
      areaM2: areaM2(zone),
      communities: below.filter(({ level }) => level === "community").length,
      cells: below.filter(({ level }) => level === "cell").length,
      sections: sectionsOfZone(city, zone.id, on).length,
      gridWorkers: new Set(workers.map(({ person, id }) => person ?? id)).size,
    },
    rows,
    phone: [...own, ...lead].find(({ phone }) => phone !== null)?.phone ?? null,
    position: insideOf(zone),
    warnings: rows.flatMap(({ role, holders }, i) =>
      holders.length > 0 ? [] : warningsFor(role, i === 0),
    ),
  };
}

/** Of the zone itself or what holds it; for a zone also of what it holds, for partners and workers are given by community. */
function rowOf(
  city: City,
  role: DutyRole,
  chain: readonly GridZone[],
  below: readonly GridZone[],
  on: number,
) {
  const [own] = chain;
  const found = heldInChain(city, role, chain, on);
  const isOwn = found.zone?.id === own?.id;
  const inside =
    found.duties.length === 0 || !isOwn
      ? below.flatMap(({ id }) => heldOn(city, role, { type: "zone", id }, on))
      : [];
  const duties = inside.length > 0 ? inside : found.duties;
  const area = inside.length > 0 || isOwn ? null : (found.zone?.name ?? null);
  return signRow(city, role, role === "partner-unit" ? onlyUnits(duties) : duties, area);
}

function warningsFor(role: DutyRole, isFirst: boolean): SignWarning[] {
  if (role === "zone-lead") return ["no-lead"];
  if (role === "partner-unit") return ["no-partner"];
  if (role === "grid-worker") return ["no-grid-worker"];
  return isFirst ? ["no-holder"] : [];
}

function descendants(zones: readonly GridZone[], id: string): GridZone[] {
  const children = zones.filter(({ parentId }) => parentId === id);
  return children.flatMap((child) => [child, ...descendants(zones, child.id)]);
}

function ancestors(zones: readonly GridZone[], { parentId }: GridZone): GridZone[] {
  const parent = parentId === null ? undefined : zones.find(({ id }) => id === parentId);
  return parent ? [parent, ...ancestors(zones, parent)] : [];
}

type Ring = readonly (readonly number[])[];

function partsOf({ geometry }: GridZone): readonly (readonly Ring[])[] {
  return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
}

function areaM2(zone: GridZone): number {
  const [lng = 0, lat = 0] = partsOf(zone)[0]?.[0]?.[0] ?? [];
  const plane = localPlane(lngLat(lng, lat));
  const perDegree = plane.mPerDegLng * plane.mPerDegLat;
  return (
    partsOf(zone).reduce(
      (sum, rings) =>
        sum +
        rings.reduce((part, ring, i) => part + (i === 0 ? 1 : -1) * areaDeg2(ring, lng, lat), 0),
      0,
    ) * perDegree
  );
}

/** About an origin nearby, or the digits of large numbers would be lost. */
function areaDeg2(ring: Ring, lng0: number, lat0: number): number {
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1] ?? [];
    const [bx = 0, by = 0] = ring[i] ?? [];
    twice += (ax - lng0) * (by - lat0) - (bx - lng0) * (ay - lat0);
  }
  return Math.abs(twice) / 2;
}

function insideOf(zone: GridZone): [number, number] {
  const parts = partsOf(zone);
  const largest = parts.reduce((a, b) => (ringsArea(b) > ringsArea(a) ? b : a), parts[0] ?? []);
  const at: LngLat = interiorPosition(largest.map((ring) => ring.map((position) => [...position])));
  return [at[0], at[1]];
}

function ringsArea(rings: readonly Ring[]): number {
  const [lng = 0, lat = 0] = rings[0]?.[0] ?? [];
  return areaDeg2(rings[0] ?? [], lng, lat);
}
