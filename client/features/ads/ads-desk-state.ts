import { createContext, useContext } from "react";
import type { AdAudit, AdRoads, AdSite, AdSpot } from "../../../domain/contract/ads.ts";
import type { AdPlanBody } from "../../../domain/contract/ads-plans.ts";
import type { MapEngine } from "../../map/map-engine.ts";
import type { WantedDrawing } from "../../map/sync-layers.ts";
import type {
  AdsMapMode,
  AdsMode,
  AdsPicked,
  AdsTab,
  AdsUrl,
  useAdsUrl,
} from "../../state/ads-url.ts";

/** What the columns and the map of the page have in common. */
export type AdsDesk = {
  readonly url: AdsUrl;
  readonly set: ReturnType<typeof useAdsUrl>[1];
  readonly mode: AdsMode;
  readonly mapMode: AdsMapMode;
  readonly tab: AdsTab;
  /** Of the whole city, as it stands. */
  readonly cityAudit: AdAudit | undefined;
  /** Of the zone and unit that are chosen, as it stands or, with `isAfter`, as the chosen plan leaves it. */
  readonly audit: AdAudit | undefined;
  readonly isAfter: boolean;
  readonly auditState: {
    /** What is shown is still that of another zone, unit or plan. */
    readonly isComing: boolean;
    /** It could not be asked for again: what is shown is of `stamp.at`. */
    readonly isStale: boolean;
    readonly error: Error | null;
    retry(): void;
  };
  readonly roads: AdRoads | undefined;
  readonly ads: ReadonlyMap<string, AdSpot>;
  readonly sites: ReadonlyMap<string, AdSite>;
  /** The plan of the address, with its state; undefined where none is chosen or it has not come. */
  readonly plan: AdPlanBody | undefined;
  readonly picked: AdsPicked | null;
  /** Looks at something without moving the map. */
  pick(picked: AdsPicked | null): void;
  /** Looks at something and brings the map there. */
  goTo(picked: AdsPicked): void;
  /** Where the map was last sent; a new object each time. */
  readonly destination: AdsPicked | null;
  /** What others draw on the map besides, by an id of their own; null takes it off. */
  overlay(id: string, wanted: Omit<WantedDrawing, "id"> | null): void;
  readonly overlays: readonly WantedDrawing[];
  /** Null until the map is there. */
  readonly engine: MapEngine | null;
  setEngine(engine: MapEngine | null): void;
};

export const AdsDeskContext = createContext<AdsDesk | null>(null);

export function useAdsDesk(): AdsDesk {
  const desk = useContext(AdsDeskContext);
  if (!desk) throw new Error("No desk of ads here");
  return desk;
}
