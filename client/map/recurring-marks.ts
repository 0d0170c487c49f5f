import type { QueryClient } from "@tanstack/react-query";
import type { ClusterFeature } from "../../domain/contract/problems.ts";
import type { RecurrenceLegend, RecurrencePlace } from "../../domain/contract/recurrence.ts";
import { metresPerPixel } from "../../domain/spatial/web-mercator.ts";
import { blocksOfView, clustersQuery } from "../api/cluster-blocks.ts";
import { legendQuery, placesQuery } from "../api/queries.ts";
import { type MarkOffset, marksOnCircles, thinnedByRank } from "./class-marks.ts";
import type { Scope } from "./layers/layer.ts";
import type { Obstacle } from "./place-labels.ts";
import { ringObstacles } from "./ring-obstacles.ts";
import { tileWindow, viewPixels } from "./view-pixels.ts";
import { PLACES_FROM_ZOOM } from "./zoom-steps.ts";

/** A class mark that is drawn, and where relative to its place. */
export type PlacedMark = { readonly place: RecurrencePlace; readonly offset: MarkOffset };

export type RecurringMarks = {
  /** Places that are drawn as circles; none from afar. */
  readonly circles: readonly RecurrencePlace[];
  readonly marks: readonly PlacedMark[];
  readonly legend: RecurrenceLegend;
};

/** Places asked for: all that are drawn as circles, and of those that are thinned enough to fill the window. */
const MOST_CIRCLES = 1000;
const MOST_RANKED = 400;
const THINNING = { gapPx: 46, most: 120 } as const;
/** The display zoom of 256-px tiles is one more than the map's. */
const DISPLAY_ABOVE_MAP = 1;

/** The recurring places of the window with the marks that there is room for, highest λ30 first. */
export function recurringMarksQuery(scope: Scope) {
  const { filter, ringFilter = filter, bounds, zoom, classes, drawn, client } = scope;
  const isNear = zoom >= PLACES_FROM_ZOOM;
  const inView = { ...filter, bbox: bboxText(tileWindow(bounds, zoom)) };
  const places = placesQuery(inView, isNear ? MOST_CIRCLES : MOST_RANKED, classes);
  const clusters = drawn.has("clusters")
    ? clustersQuery(client, ringFilter, blocksOfView(bounds, zoom))
    : null;
  return {
    queryKey: ["recurring", zoom.toFixed(2), clusters?.queryKey[2], ...places.queryKey] as const,
    queryFn: async (): Promise<RecurringMarks> => {
      const [legend, found, rings] = await Promise.all([
        client.ensureQueryData(legendQuery(filter)),
        client.ensureQueryData(places),
        loadedClusters(client, clusters),
      ]);
      const obstacles = ringObstacles(rings, viewPixels(zoom));
      const place = isNear ? circleMarks : farMarks;
      const marks = place(found.places, obstacles, zoom);
      return { circles: isNear ? found.places : [], marks, legend };
    },
  };
}

function loadedClusters(
  client: QueryClient,
  clusters: ReturnType<typeof clustersQuery> | null,
): Promise<readonly ClusterFeature[]> {
  return clusters ? client.ensureQueryData(clusters) : Promise.resolve([]);
}

function farMarks(
  places: readonly RecurrencePlace[],
  rings: readonly Obstacle[],
  zoom: number,
): PlacedMark[] {
  const pixels = viewPixels(zoom);
  const ranked = places.map(({ position: [lng, lat] }) => ({ x: pixels.x(lng), y: pixels.y(lat) }));
  return thinnedByRank(ranked, rings, THINNING).flatMap((row) => {
    const place = places[row];
    return place ? [{ place, offset: [0, 0] as const }] : [];
  });
}

function circleMarks(
  places: readonly RecurrencePlace[],
  rings: readonly Obstacle[],
  zoom: number,
): PlacedMark[] {
  const pixels = viewPixels(zoom);
  const ranked = places.map(({ position: [lng, lat], radiusM }) => {
    const radius = radiusM / metresPerPixel(lat, zoom + DISPLAY_ABOVE_MAP);
    return { x: pixels.x(lng), y: pixels.y(lat), radius };
  });
  const offsets = marksOnCircles(ranked, rings);
  return places.flatMap((place, row) => {
    const offset = offsets[row];
    return offset ? [{ place, offset }] : [];
  });
}

function bboxText(bounds: readonly number[]): string {
  return bounds.map((degrees) => degrees.toFixed(5)).join();
}
