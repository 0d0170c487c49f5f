import type { DutyRole } from "../../../domain/duty.ts";
import type { GridZone } from "../../../domain/grid-zone.ts";
import type { SignWarning } from "../../../domain/sign.ts";
import type { City } from "../../city/city.ts";
import { type OwnFacts, onlyUnits } from "./section-sign.ts";
import { sectionsOfZone } from "./sections-of-zone.ts";
import { heldInChain, heldOn, signRow } from "./sign-rows.ts";
import { insideOfZone, zoneAreaM2 } from "./zone-area.ts";

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
      areaM2: zoneAreaM2(zone),
      communities: below.filter(({ level }) => level === "community").length,
      cells: below.filter(({ level }) => level === "cell").length,
      sections: sectionsOfZone(city, zone.id, on).length,
      gridWorkers: new Set(workers.map(({ person, id }) => person ?? id)).size,
    },
    rows,
    phone: [...own, ...lead].find(({ phone }) => phone !== null)?.phone ?? null,
    position: insideOfZone(zone),
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
