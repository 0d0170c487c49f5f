import type { AdDossierSite, AdDossierZone } from "./plan-dossier.ts";

type Placed = Pick<AdDossierSite, "zoneId" | "roadKey" | "chainageM" | "id">;

/**
 * Sites as one would walk them: zone by zone in the order of the zones, road by road, along each. Numbered so, the
 * numbers of a sheet of the map book follow each other. What lies in no zone, or along no road, comes last.
 */
export function inBookOrder<S extends Placed>(
  sites: readonly S[],
  zones: readonly Pick<AdDossierZone, "id">[],
): S[] {
  const rank = new Map(zones.map(({ id }, i) => [id, i]));
  const zoneRank = ({ zoneId }: S) => rank.get(zoneId ?? "") ?? zones.length;
  return sites.toSorted(
    (a, b) =>
      zoneRank(a) - zoneRank(b) ||
      Number(a.roadKey === null) - Number(b.roadKey === null) ||
      compared(a.roadKey ?? "", b.roadKey ?? "") ||
      (a.chainageM ?? 0) - (b.chainageM ?? 0) ||
      compared(a.id, b.id),
  );
}

/** By code points: the same on every machine. */
function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
