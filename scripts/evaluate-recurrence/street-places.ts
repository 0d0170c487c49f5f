import { PlaceAnchors } from "../../domain/recurrence/place-anchor.ts";
import { lngLat } from "../../domain/spatial/lng-lat.ts";
import { localPlane } from "../../domain/spatial/local-plane.ts";
import { defaultPosition, type StreetReport } from "./read-reports.ts";

/** One place and its reports, in the order in which they came. */
export type StreetPlace = { readonly category: number; readonly reports: StreetReport[] };

/** What a place is taken to be. */
export const placings = ["property", "anchor"] as const;
export type Placing = (typeof placings)[number];

const RADIUS_M = 30;
/** Another origin in the city gives the same places but for one in 50,000. */
const PLANE_ORIGIN = lngLat(defaultPosition.lng, defaultPosition.lat);

/** The places of the reports, which come in the order of the file: that of their case numbers. */
export const placesBy: Record<Placing, (reports: readonly StreetReport[]) => StreetPlace[]> = {
  property(reports) {
    const ids = new Map<string, number>();
    return grouped(reports, ({ category, propertyId }) => {
      const key = `${category} ${propertyId}`;
      const id = ids.get(key) ?? ids.size;
      ids.set(key, id);
      return id;
    });
  },
  anchor(reports) {
    const plane = localPlane(PLANE_ORIGIN);
    const anchors = new PlaceAnchors(() => RADIUS_M);
    return grouped(reports, ({ category, lng, lat }) =>
      anchors.accept(category, null, plane.x(lng), plane.y(lat)),
    );
  },
};

/** By place ids that begin at 0 and leave none out. */
function grouped(
  reports: readonly StreetReport[],
  placeOf: (report: StreetReport) => number,
): StreetPlace[] {
  const places: StreetPlace[] = [];
  for (const report of reports) {
    const id = placeOf(report);
    const place = places[id];
    if (place) place.reports.push(report);
    else places[id] = { category: report.category, reports: [report] };
  }
  return places;
}
