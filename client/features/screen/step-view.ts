import type { RecurrencePlaces } from "../../../domain/contract/recurrence.ts";
import type { ZoneList } from "../../../domain/contract/zones.ts";
import type { StepCamera } from "../../../domain/screen/expand-scenes.ts";
import type { TourStop } from "../../../domain/screen/scene.ts";
import type { Bounds } from "../../../domain/spatial/lng-lat.ts";
import { placesQuery, zonesQuery } from "../../api/queries.ts";
import { firstProblemsQuery, standingsQuery } from "../../api/screen-queries.ts";
import { classesParam } from "../../state/shown-classes.ts";
import { pickedText } from "../../state/url-state.ts";
import type { ScreenScope } from "./screen-scope.ts";
import { newestZones } from "./zone-name.ts";

/** Where a step looks, what it marks there, and a name for it. */
export type StepView = {
  readonly target:
    | { readonly bounds: Bounds }
    | { readonly at: readonly [lng: number, lat: number] };
  readonly picked?: string;
  readonly caption?: string;
};

const TREND_DAYS = 14;

/** Finds where a step looks; null where there is nothing of the kind. */
export async function stepViewOf(camera: StepCamera, scope: ScreenScope): Promise<StepView | null> {
  switch (camera.kind) {
    case "city":
      return { target: { bounds: scope.city.bounds } };
    case "bounds":
      return { target: { bounds: camera.bounds } };
    case "zone":
      return zoneView(await bordersOf(scope), camera.zone);
    case "stop":
      return stopView(camera.stop, scope);
  }
}

async function stopView(stop: TourStop, scope: ScreenScope): Promise<StepView | null> {
  switch (stop) {
    case "newest-overdue":
      return newestOverdue(scope);
    case "worst-recurrence":
      return worstPlace(scope);
    case "steepest-rise":
      return steepestZone(scope);
  }
}

async function newestOverdue({ filter, client, format }: ScreenScope): Promise<StepView | null> {
  const overdue = { ...filter, status: "overdue" };
  const { features } = await client.ensureQueryData(firstProblemsQuery(overdue, "-dueAt", 1));
  const [newest] = features;
  if (!newest?.geometry) return null;
  const { id, category, address } = newest.properties;
  const [lng, lat] = newest.geometry.coordinates;
  return {
    target: { at: [lng, lat] },
    picked: pickedText({ kind: "problem", id }),
    caption: [format.category(category), address].filter(Boolean).join(" · "),
  };
}

async function worstPlace({ filter, client, format }: ScreenScope): Promise<StepView | null> {
  const found: RecurrencePlaces = await client.ensureQueryData(
    placesQuery(filter, 1, classesParam(undefined)),
  );
  const [place] = found.places;
  if (!place) return null;
  return {
    target: { at: place.position },
    picked: pickedText({ kind: "place", id: place.id }),
    caption: [format.category(place.category), place.address].filter(Boolean).join(" · "),
  };
}

/** The zone whose backlog grew most in two weeks, in problems. */
async function steepestZone(scope: ScreenScope): Promise<StepView | null> {
  const { zones } = await scope.client.ensureQueryData(standingsQuery(scope.filter));
  const [steepest] = zones
    .map(({ id, trend }) => ({ id, rise: (trend.at(-1) ?? 0) - (trend.at(-TREND_DAYS) ?? 0) }))
    .toSorted((a, b) => b.rise - a.rise);
  return steepest && steepest.rise > 0 ? zoneView(await bordersOf(scope), steepest.id) : null;
}

/** Borders do not follow the filter: those of the newest answer about zones do, whatever it counted. */
async function bordersOf({ client, filter }: ScreenScope): Promise<ZoneList> {
  return newestZones(client) ?? client.ensureQueryData(zonesQuery(filter, "zone"));
}

function zoneView({ features }: ZoneList, id: string): StepView | null {
  const zone = features.find(({ properties }) => properties.id === id);
  if (!zone) return null;
  const { geometry, properties } = zone;
  const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const points = parts.flat(2);
  const lngs = points.map(([lng = 0]) => lng);
  const lats = points.map(([, lat = 0]) => lat);
  const bounds: Bounds = [
    Math.min(...lngs),
    Math.min(...lats),
    Math.max(...lngs),
    Math.max(...lats),
  ];
  return {
    target: { bounds },
    picked: pickedText({ kind: "zone", id }),
    caption: properties.name,
  };
}
