import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { AdInstance } from "../../domain/ads/ad-instance.ts";
import { type AdRecord, withRecords } from "../../domain/ads/ad-record.ts";
import type { AdRuleSet } from "../../domain/ads/ad-rules.ts";
import { type AdSurvey, networkOf, surveyAds } from "../../domain/ads/audit/audit.ts";
import { longestAreas, middlesOf } from "../../domain/ads/audit/road-whereabouts.ts";
import { type PackAds, packInstance } from "../../domain/ads/pack-instance.ts";
import { type AdScope, scopedCity } from "../../domain/ads/plan/scoped-city.ts";
import { planarInstance, planeOfRoads } from "../../domain/ads/planar-instance.ts";
import type { RoadNetwork } from "../../domain/ads/roads/road-units.ts";
import { withSitesAlongRoads } from "../../domain/ads/sites-along-roads.ts";
import { dutyUnitOf } from "../../domain/case/duty-unit.ts";
import type { CityPack } from "../../domain/city-pack.ts";
import type { Duty } from "../../domain/duty.ts";
import { type DutyRegistry, dutyRegistry } from "../../domain/duty-registry.ts";
import type { GridZone, ZoneVersion } from "../../domain/grid-zone.ts";
import { type LngLat, lngLat } from "../../domain/spatial/lng-lat.ts";
import { type LocalPlane, localPlane } from "../../domain/spatial/local-plane.ts";
import { readAds } from "../packs/read-ads.ts";
import { readPack } from "../packs/read-pack.ts";
import { type AdEdits, noEdits } from "./ad-view.ts";

/** What the city's ads are made of besides the pack's files. */
export type LoadAsked = {
  readonly folder: string;
  readonly records: readonly AdRecord[];
  readonly duties: readonly Duty[];
  /** Empty: as the pack has them. */
  readonly zoneVersions: readonly ZoneVersion[];
};

export type Loaded = {
  /** Of roads, places, ads and sites: the same for the same content. */
  readonly data: string;
};

/** One name for whom a spot or road belongs to. */
export type Named = { readonly id: string; readonly name: string };

/** A city's roads under some rules. */
type RuledCity = {
  /** In degrees. */
  readonly given: AdInstance;
  /** In metres of `plane`. */
  readonly planar: AdInstance;
  readonly plane: LocalPlane;
  readonly network: RoadNetwork;
};

/** By road, in the order of the network. */
export type RoadOwners = {
  readonly zones: readonly (string | null)[];
  readonly units: readonly (string | null)[];
};

/** So many surveys of rules and edits are kept, newest first; a large city's takes some 100 MB. */
const SURVEYS_KEPT = 4;

/**
 * A city's ads with roads and surveys that were made before. Lives in a thread of its own: making one takes seconds for a
 * large city.
 */
export class AdCityModel {
  readonly pack: CityPack;
  readonly ads: PackAds;
  readonly registry: DutyRegistry;
  readonly loaded: Loaded;
  readonly #now: () => number;
  readonly #cities = new LRUCache<string, RuledCity>({ max: SURVEYS_KEPT });
  readonly #surveys = new LRUCache<string, AdSurvey>({ max: SURVEYS_KEPT });
  readonly #owners = new WeakMap<RoadNetwork, RoadOwners>();

  private constructor(pack: CityPack, ads: PackAds, asked: LoadAsked, now: () => number) {
    this.pack = pack;
    this.ads = { ...ads, ads: withRecords(ads.ads, asked.records) };
    this.#now = now;
    const [west, south, east, north] = pack.manifest.bounds ?? [0, 0, 0, 0];
    const origin = pack.manifest.settings.recurrence.planeOrigin;
    const plane = localPlane(
      origin ? lngLat(...origin) : lngLat((west + east) / 2, (south + north) / 2),
    );
    const versions = asked.zoneVersions.length > 0 ? asked.zoneVersions : undefined;
    this.registry = dutyRegistry({ ...pack, duties: [...asked.duties] }, plane, versions);
    this.loaded = { data: dataVersion(pack, this.ads) };
  }

  static async load(asked: LoadAsked, now: () => number): Promise<AdCityModel> {
    const { value: pack } = await readPack(asked.folder);
    const { value: ads } = await readAds(pack);
    return new AdCityModel(pack, ads, asked, now);
  }

  cityOf(rules: AdRuleSet): RuledCity {
    const key = JSON.stringify(rules);
    const known = this.#cities.get(key);
    if (known) return known;
    const listed = packInstance(this.pack, this.ads, rules);
    const plane = planeOfRoads(listed);
    const network = this.#networkOf(planarInstance(listed));
    const given = withSitesAlongRoads(listed, network, plane);
    const made = { given, planar: planarInstance(given), plane, network };
    this.#cities.set(key, made);
    return made;
  }

  /** What stands and could, with the edits of a scenario; in metres. */
  surveyOf(rules: AdRuleSet, edits: AdEdits = noEdits): AdSurvey {
    const { locks, moves } = edits;
    const key = JSON.stringify([rules, locks, moves]);
    const known = this.#surveys.get(key);
    if (known) return known;
    const { network } = this.cityOf(rules);
    const made = surveyAds(planarInstance(this.instanceOf(rules, edits)), network);
    this.#surveys.set(key, made);
    return made;
  }

  /** In degrees, with the edits of a scenario; edits of sites that there are not are passed over. */
  instanceOf(rules: AdRuleSet, { locks, moves }: AdEdits): AdInstance {
    const { given } = this.cityOf(rules);
    const [mustBe, mustNot] = [new Set(locks.in), new Set(locks.out)];
    if (mustBe.size + mustNot.size + Object.keys(moves).length === 0) return given;
    const candidates = given.candidates.map((site): AdInstance["candidates"][number] => {
      const lock = mustBe.has(site.id) ? "in" : mustNot.has(site.id) ? "out" : site.lock;
      const [x, y] = (Object.hasOwn(moves, site.id) && moves[site.id]) || [site.x, site.y];
      return { ...site, x, y, lock };
    });
    // What must not be done to an ad is its repair.
    const ads = given.ads.map((ad) => (mustNot.has(ad.id) ? { ...ad, repairCost: null } : ad));
    return { ...given, ads, candidates };
  }

  /** The same where only the roads and places of a scope need anything; null: all of the city. */
  scopedSurveyOf(rules: AdRuleSet, edits: AdEdits, scope: AdScope | null): AdSurvey {
    if (!scope) return this.surveyOf(rules, edits);
    const given = this.instanceOf(rules, edits);
    const { instance, network } = scopedCity(
      given,
      planarInstance(given),
      this.cityOf(rules).network,
      scope,
    );
    return surveyAds(instance, network);
  }

  ownersOf(rules: AdRuleSet): RoadOwners {
    const { network, plane } = this.cityOf(rules);
    const known = this.#owners.get(network);
    if (known) return known;
    const middles = middlesOf(network, plane);
    const made = {
      zones: longestAreas(network, plane, (at) => this.zoneAt(at)?.id ?? null),
      units: network.roads.map(
        (_, r) => this.unitAt(lngLat(middles[2 * r]!, middles[2 * r + 1]!))?.id ?? null,
      ),
    };
    this.#owners.set(network, made);
    return made;
  }

  /** The zone of the coarsest level, as it is drawn today. */
  zoneAt([lng, lat]: LngLat): Named | null {
    const sheet = this.registry.zones.at(this.#now());
    const chain = sheet.chainOf(sheet.locate(lng, lat));
    const zone = chain.map((z) => sheet.zones[z]!).find(({ level }) => level === "zone");
    return zone ? { id: zone.id, name: zone.name } : null;
  }

  /** Who answers for a spot today, as a unit. */
  unitAt([lng, lat]: LngLat): Named | null {
    const id = dutyUnitOf(this.registry.answerableAt(lng, lat, null, this.#now()));
    return id === null ? null : { id, name: this.unitName(id) };
  }

  /** As drawn, without the number that tells roads of one name apart; null: none. */
  namesOf(rules: AdRuleSet): (string | null)[] {
    const { roads, segments } = this.cityOf(rules).network;
    return roads.map((road) => segments[road.segments[0]!]!.name);
  }

  /** Zones of the coarsest level, as they are drawn today. */
  zones(): GridZone[] {
    const { zones } = this.registry.zones.at(this.#now());
    return zones.filter(({ level }) => level === "zone");
  }

  unitName(id: string): string {
    return this.pack.units.find((unit) => unit.id === id)?.name ?? id;
  }

  zoneName(id: string): string {
    const { zones } = this.registry.zones.at(this.#now());
    return zones.find((zone) => zone.id === id)?.name ?? id;
  }

  /** Roads depend on few of the rules, so a change of density finds them made. */
  #networkOf(planar: AdInstance): RoadNetwork {
    const shape = shapeOf(planar.rules);
    for (const { planar: other, network } of this.#cities.values()) {
      if (shapeOf(other.rules) === shape) return network;
    }
    return networkOf(planar);
  }
}

/** All of the rules that roads are made by. */
function shapeOf({ classes, groups, gapTol, ...rest }: AdInstance["rules"]): string {
  const widths = Object.entries(groups).map(([group, { dualWidth }]) => [group, dualWidth]);
  const absorbed = "absorbAuxiliary" in rest ? rest.absorbAuxiliary : null;
  return JSON.stringify([classes, widths, gapTol, absorbed]);
}

function dataVersion({ roads, places }: CityPack, { ads, candidates }: PackAds): string {
  const hash = createHash("sha256");
  for (const list of [roads, places, ads, candidates]) {
    for (const each of list) hash.update(JSON.stringify(each));
    hash.update("\n");
  }
  return hash.digest("hex").slice(0, 10);
}
