import type { Context } from "hono";
import type { Accounts } from "./access/accounts.ts";
import type { DemoAccounts } from "./access/demo-accounts.ts";
import type { Identify, Identity } from "./access/identity.ts";
import type { ReportCodes } from "./access/report-codes.ts";
import type { AdPlans } from "./ads/ad-plans.ts";
import type { CityAds } from "./ads/city-ads.ts";
import type { AdInventory } from "./ads/inventory/ad-inventory.ts";
import type { BasemapTiles } from "./basemap/basemap-tiles.ts";
import type { City } from "./city/city.ts";
import type { HeatPainter } from "./heat/heat-painter.ts";
import type { HeatScales } from "./heat/heat-scales.ts";
import type { OpenStreams } from "./operations/open-streams.ts";
import type { PhotoStore } from "./photos/photo-store.ts";
import type { CityScreen } from "./screen/city-screen.ts";
import type { Snapshots } from "./screen/snapshots.ts";

/** What routes are given; made once at the composition root, never read from the environment. */
export type Deps = {
  readonly city: City;
  /** Pictures that were uploaded. */
  readonly photos: PhotoStore;
  readonly basemap: BasemapTiles;
  readonly heatPainter: HeatPainter;
  readonly heatScales: HeatScales;
  readonly ads: CityAds;
  readonly adPlans: AdPlans;
  /** Every ad that stands, and the road that it serves. */
  readonly adInventory: AdInventory;
  /** Who asks, by a request's credentials. */
  readonly identify: Identify;
  /** Whose key of a machine it is. */
  readonly identifyKey: (key: string) => Promise<Identity>;
  readonly accounts: Accounts;
  /** Where a request comes from, for limits by address. */
  readonly clientAddress: (c: Context) => string;
  /** Null but with the demo on the own machine. */
  readonly demoAccounts: DemoAccounts | null;
  /** Version of the program. */
  readonly version: string;
  /** Opens the figures for machines; null: to administrators alone. */
  readonly metricsToken: string | null;
  /** What opens the progress of a report to whoever made it. */
  readonly reportCodes: ReportCodes;
  /** What addresses on printed papers begin with; null: as the request came. */
  readonly publicUrl: string | null;
  readonly openStreams: OpenStreams;
  /** What walls show and are told. */
  readonly screen: CityScreen;
  /** Pictures of walls. */
  readonly snapshots: Snapshots;
  /** Folder of the built client; null: the API alone. */
  readonly clientFolder: string | null;
  /** One line of structured log. */
  readonly log: Log;
};

export const logLevels = ["debug", "info", "warn", "error"] as const;
export type LogLevel = (typeof logLevels)[number];

export type LogEntry = Readonly<Record<string, string | number | boolean | null>> & {
  readonly level: LogLevel;
  readonly message: string;
};

export type Log = (entry: LogEntry) => void;
