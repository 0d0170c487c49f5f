import type { RoadSection } from "../../../domain/road-section.ts";
import type { Sign, SignWarning } from "../../../domain/sign.ts";
import { lineLengthM } from "../../../domain/spatial/line-middle.ts";
import type { City } from "../../city/city.ts";
import { paperSource } from "../paper-source.ts";
import { middleOf } from "./sections-of-zone.ts";
import { heldInChain, heldOn, signRow } from "./sign-rows.ts";

export type OwnFacts = Pick<Sign, "id" | "name" | "facts" | "rows" | "phone" | "position"> & {
  readonly warnings: readonly SignWarning[];
};

/** What a section's board says beside what all boards say. */
export function sectionFacts(city: City, section: RoadSection, on: number): OwnFacts {
  const [lng, lat] = middleOf(section);
  const chain = city.tables.registry.zones.at(on).holding(lng, lat);
  const chiefs = heldOn(city, "section-chief", { type: "section", id: section.id }, on);
  const leads = heldInChain(city, "zone-lead", chain, on);
  const partners = heldInChain(city, "partner-unit", chain, on);
  const phone = [...chiefs, ...leads.duties].find((duty) => duty.phone !== null)?.phone ?? null;
  const name = section.name === null || section.name.trim() === "" ? null : section.name;
  return {
    id: section.id,
    name,
    facts: {
      type: "section",
      ...namedEnds(city, section),
      class: section.class,
      lengthM: lineLengthM(section.geometry),
    },
    rows: [
      signRow(city, "section-chief", chiefs, null),
      signRow(city, "zone-lead", leads.duties, leads.zone?.name ?? null),
      signRow(city, "partner-unit", onlyUnits(partners.duties), partners.zone?.name ?? null),
    ],
    phone,
    position: [lng, lat],
    warnings: [
      ...(name === null ? (["no-name"] as const) : []),
      ...(chiefs.length === 0 ? (["no-holder"] as const) : []),
      ...(leads.duties.length === 0 ? (["no-lead"] as const) : []),
      ...(partners.duties.length === 0 ? (["no-partner"] as const) : []),
    ],
  };
}

/** A partner is a unit; its liaison's name is on no board unless no unit is given. */
export function onlyUnits<D extends { person: string | null; unitId: string | null }>(
  duties: readonly D[],
): D[] {
  return duties.map((duty) => (duty.unitId === null ? duty : { ...duty, person: null }));
}

function namedEnds({ pack }: City, section: RoadSection) {
  const { from, to } = paperSource(pack).endsOf(section);
  return { from: written(from), to: written(to) };
}

function written(end: ReturnType<ReturnType<typeof paperSource>["endsOf"]>["from"]) {
  return end.kind === "road" ? { kind: end.kind, names: [...end.names] } : end;
}
