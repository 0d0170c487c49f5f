import type { MultiPolygon, Polygon } from "geojson";
import type { LngLat } from "../spatial/lng-lat.ts";
import type { AdProperties } from "./ad.ts";
import type { RoadStatus } from "./audit/road-status.ts";
import type { AdObjective } from "./plan/plan-ads.ts";

/** What every paper says of itself. */
export type AdStamp = {
  readonly rulesVersion: string;
  /** `YYYY-MM-DD`. */
  readonly rulesIssuedOn: string;
  readonly rulesSource: string;
  readonly dataRevision: string;
  /** ISO 8601 with the city's offset. */
  readonly madeAt: string;
};

/** A scenario with its proof: no plan can do better than `bound`. */
export type AdPlanStamp = AdStamp & {
  readonly scenario: string;
  readonly objective: AdObjective;
  readonly status: "optimal" | "feasible" | "infeasible";
  readonly value: number | null;
  readonly bound: number | null;
  /** From the bound, as a share of the value. */
  readonly gap: number | null;
  readonly minUnmet?: number | undefined;
  /** Empty stretches and sides that stay short all the same. */
  readonly broken?: number | undefined;
  /** What might be spent, for that objective alone. */
  readonly budget?: number | undefined;
};

/** Where an ad or site stands along its road. */
export type AdRoadPosition = {
  readonly roadKey: string | null;
  readonly roadName: string | null;
  readonly chainageM: number | null;
  /** +1 left, −1 right of the axis direction, 0 in the middle. */
  readonly side: -1 | 0 | 1 | null;
};

/** 点位: what is to be put up or repaired. */
export type AdDossierSite = AdRoadPosition & {
  /** From 1, as it is printed; unique in the plan. */
  readonly number: number;
  readonly kind: "new" | "repair";
  readonly id: string;
  readonly position: LngLat;
  /** Azimuth of the panel's normal, degrees clockwise from north. */
  readonly facing: number | null;
  /** Code as in the pack. */
  readonly carrier: string | null;
  readonly theme: string | null;
  readonly cost: number;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly zoneId: string | null;
  readonly zoneName: string | null;
  /** From 1; absent where the plan is not cut into phases. */
  readonly phase?: number | undefined;
};

/** A road of the audit; `after` is null without a plan. */
export type AdDossierRoad = {
  readonly key: string;
  readonly name: string | null;
  readonly group: string;
  readonly lengthM: number;
  readonly required: number;
  readonly count: number;
  readonly shortage: number;
  readonly surplus: number;
  readonly status: RoadStatus;
  readonly longestGapM: number;
  readonly gapOk: boolean;
  readonly sideShort: number;
  readonly zoneId: string | null;
  readonly zoneName: string | null;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly after: AdRoadAfter | null;
  /** Pieces of the axis. */
  readonly axis: readonly (readonly LngLat[])[];
};

export type AdRoadAfter = {
  readonly status: RoadStatus;
  readonly count: number;
  readonly shortage: number;
};

/** A place of the rules' kinds: park, market, square … */
export type AdDossierPlace = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly min: number;
  readonly count: number;
  readonly shortage: number;
  readonly shortageAfter: number | null;
};

export type AdDossierAd = {
  readonly id: string;
  readonly position: LngLat;
  readonly state: AdProperties["state"];
  readonly carrier: string | null;
  readonly theme?: string | null | undefined;
};

/** Zones of the coarsest level. */
export type AdDossierZone = {
  readonly id: string;
  readonly name: string;
  readonly geometry: Polygon | MultiPolygon;
};

export type AdTotals = {
  readonly lengthM: number;
  readonly required: number;
  readonly count: number;
  readonly shortage: number;
  readonly surplus: number;
};

/** An audit as papers and files tell it. */
export type AdAuditDossier = {
  readonly city: {
    readonly id: string;
    readonly name: string;
    readonly isDemo: boolean;
    readonly attribution: string;
  };
  readonly stamp: AdStamp;
  readonly roads: readonly AdDossierRoad[];
  readonly places: readonly AdDossierPlace[];
  /** What stands, without what was removed. */
  readonly ads: readonly AdDossierAd[];
  readonly zones: readonly AdDossierZone[];
  readonly totals: AdTotals;
};

/** A plan as papers and files tell it; `sites` by number. */
export type AdPlanDossier = AdAuditDossier & {
  readonly stamp: AdPlanStamp;
  readonly sites: readonly AdDossierSite[];
  readonly after: Pick<AdTotals, "count" | "shortage" | "surplus">;
  readonly cost: number;
};

/** Whether it is shown that no better plan can exist; where not all rules can be met, none that leaves less unmet. */
export function isProvenBest({ value, bound }: AdPlanStamp): boolean {
  return value !== null && value === bound;
}
