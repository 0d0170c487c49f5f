import type { AdDossierSite } from "./plan-dossier.ts";

/** What one unit is to put up and repair; both null: nobody answers for it. */
export type AdOrder = {
  readonly unitId: string | null;
  readonly unitName: string | null;
  /** By number. */
  readonly sites: readonly AdDossierSite[];
};

/** A list a responsible unit, in the order of their first sites; what nobody answers for comes last. */
export function ordersByUnit(sites: readonly AdDossierSite[]): AdOrder[] {
  const numbered = sites.toSorted((a, b) => a.number - b.number);
  const lists = [...Map.groupBy(numbered, ({ unitId }) => unitId)].map(
    ([unitId, own]): AdOrder => ({ unitId, unitName: own[0]?.unitName ?? unitId, sites: own }),
  );
  return lists.sort((a, b) => Number(a.unitId === null) - Number(b.unitId === null));
}
