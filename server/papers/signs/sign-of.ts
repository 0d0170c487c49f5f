import { DomainError } from "../../../domain/errors.ts";
import type { GridZone } from "../../../domain/grid-zone.ts";
import type { RoadSection } from "../../../domain/road-section.ts";
import type { Sign, SignType } from "../../../domain/sign.ts";
import type { City } from "../../city/city.ts";
import { sectionFacts } from "./section-sign.ts";
import { isLocalAddress, signAddress } from "./sign-address.ts";
import { zoneFacts } from "./zone-sign.ts";

/** What a board is about. */
export type SignThing =
  | { readonly type: "section"; readonly section: RoadSection }
  | { readonly type: "zone"; readonly zone: GridZone };

/** A section or a zone of that id, a section where both have it and nothing is said. Throws not-found. */
export function findThing(city: City, id: string, type: SignType | null, on: number): SignThing {
  const section = city.pack.roads.find((road) => road.id === id);
  if (section && type !== "zone") return { type: "section", section };
  const zone = city.tables.registry.zones.at(on).zones.find((each) => each.id === id);
  if (zone && type !== "section") return { type: "zone", zone };
  throw new DomainError("not-found", { what: type ?? "sign", id });
}

/** The board of a thing as of a day; `base` is what its address begins with. */
export function signOf(city: City, thing: SignThing, on: number, base: string): Sign {
  const { manifest } = city.pack;
  const settings = manifest.settings.sign;
  const own =
    thing.type === "section"
      ? sectionFacts(city, thing.section, on)
      : zoneFacts(city, thing.zone, on);
  const address = signAddress(city, base, thing);
  const phone = settings.phone ?? own.phone;
  const { id, name, facts, rows, position } = own;
  return {
    id,
    name,
    facts,
    rows,
    phone,
    hours: settings.hours ?? null,
    responsibilities: settings.responsibilities[facts.type] ?? null,
    city: manifest.name,
    isDemo: manifest.isDemo,
    month: city.clock.toDate(on).slice(0, 7),
    position,
    address,
    warnings: [
      ...own.warnings,
      ...(phone === null ? (["no-phone"] as const) : []),
      ...(isLocalAddress(address) ? (["local-address"] as const) : []),
    ],
  };
}
