import type { RecurrencePlaces } from "../../../domain/contract/recurrence.ts";
import type { ZoneList } from "../../../domain/contract/zones.ts";
import type { StepCamera } from "../../../domain/screen/expand-scenes.ts";
import type { TourStop } from "../../../domain/screen/scene.ts";
import type { Bounds } from "../../../domain/spatial/lng-lat.ts";
import { placesQuery, trendQuery, zonesQuery } from "../../api/queries.ts";
import { firstProblemsQuery } from "../../api/screen-queries.ts";
import { classesParam } from "../../state/shown-classes.ts";
import { pickedText } from "../../state/url-state.ts";
import { earlier, type ScreenScope } from "./screen-scope.ts";

/** Where a step looks, what it marks there, and a name for it. */
export type StepView = {
  readonly target:
    | { readonly bounds: Bounds }
    | { readonly at: readonly [lng: number, lat: number] };
  readonly picked?: string;
  readonly caption?: string;
};

/** Reports among which the newest deadline that passed is sought; whatever is older was overdue long ago. */
const RECENT_OVERDUE = 200;
const TREND_DAYS = 14;

/** Finds where a step looks; null where there is nothing of the kind. */
export async function stepViewOf(camera: StepCamera, scope: ScreenScope): Promise<StepView | null> {
  switch (camera.kind) {
    case "city":
      return { target: { bounds: scope.city.bounds } };
    case "bounds":
      return { target: { bounds: camera.bounds } };
    case "zone": {
      const zones = await scope.client.ensureQueryData(zonesQuery(scope.filter, "zone"));
      return zoneView(zones, camera.zone);
    }
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
  const { features } = await client.ensureQueryData(
    firstProblemsQuery(overdue, "-reportedAt", RECENT_OVERDUE),
  );
  const [newest] = features
    .filter(({ geometry }) => geometry !== null)
    .toSorted((a, b) => dueOf(b) - dueOf(a));
  if (!newest?.geometry) return null;
  const { id, category, address } = newest.properties;
  const [lng, lat] = newest.geometry.coordinates;
  return {
    target: { at: [lng, lat] },
    picked: pickedText({ kind: "problem", id }),
    caption: [format.category(category), address].filter(Boolean).join(" · "),
  };
}

function dueOf({ properties }: { readonly properties: { readonly dueAt: string | null } }): number {
  return Date.parse(properties.dueAt ?? "") || 0;
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
  const zones = await scope.client.ensureQueryData(zonesQuery(scope.filter, "zone"));
  const rises = await Promise.all(
    zones.features.map(async ({ properties: { id } }) => {
      const trend = await scope.client.ensureQueryData(
        trendQuery({ ...earlier(scope, 0), zone: id }, TREND_DAYS),
      );
      return { id, rise: (trend.open.at(-1) ?? 0) - (trend.open[0] ?? 0) };
    }),
  );
  const [steepest] = rises.toSorted((a, b) => b.rise - a.rise);
  return steepest && steepest.rise > 0 ? zoneView(zones, steepest.id) : null;
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
