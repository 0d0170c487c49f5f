import type { HotSpotProperties, HotSpots } from "../../../../domain/contract/hot-spots.ts";
import type { ZoneList } from "../../../../domain/contract/zones.ts";
import { hotSpotsQuery } from "../../../api/analysis-queries.ts";
import { zonesQuery } from "../../../api/queries.ts";
import { ringsContain } from "../../../map/ring-contains.ts";
import { whenever } from "../screen-scope.ts";
import { definePanel, type PanelProps } from "./panel.ts";

type Emerging = HotSpotProperties & {
  readonly zone: string | null;
  /** Where in its zone, eighths of a turn clockwise from the north; null in its middle. */
  readonly eighth: number | null;
};
type Spots = { readonly spots: readonly Emerging[]; readonly about: HotSpots };

/** What is getting worse, in order of urgency; the rest of the patterns is for the desk. */
const urgency: readonly string[] = ["intensifying_hot", "new_hot", "consecutive_hot"];

/** 新兴热点区: squares whose returns grow, strongest first. */
export const hotSpotList = definePanel({
  id: "hot-spots",
  title: (text) => text.screen.hotSpots.title,
  note: ({ text }, data: Spots | undefined) =>
    data ? text.screen.hotSpots.note(data.about.cellM) : "",
  query: (scope) => {
    const { client } = scope;
    const filter = whenever(scope);
    const spots = hotSpotsQuery(filter);
    return {
      queryKey: ["wall-hot-spots", ...spots.queryKey],
      queryFn: async (): Promise<Spots> => {
        const [about, zones] = await Promise.all([
          client.ensureQueryData(spots),
          client.ensureQueryData(zonesQuery(filter, "zone")),
        ]);
        return { spots: emerging(about, zones), about: { ...about, features: [] } };
      },
    };
  },
  counts: whenever,
  empty: ({ spots, about }, { screen }) => {
    if (!about.isSufficient) return screen.hotSpots.insufficient;
    return spots.length === 0 ? screen.hotSpots.none : null;
  },
  why: ({ screen }) => [screen.hotSpots.why],
  View: HotSpotsView,
});

export function emerging({ features }: HotSpots, zones: ZoneList): Emerging[] {
  return features
    .filter(({ properties }) => urgency.includes(properties.category))
    .map(({ properties, geometry }) => {
      const [ring = []] =
        geometry.type === "Polygon" ? geometry.coordinates : (geometry.coordinates[0] ?? []);
      const corners = ring.slice(0, -1);
      const mean = (axis: 0 | 1) =>
        corners.reduce((sum, at) => sum + (at[axis] ?? 0), 0) / Math.max(1, corners.length);
      const [lng, lat] = [mean(0), mean(1)];
      const zone = zoneAt(lng, lat, zones);
      return {
        ...properties,
        zone: zone?.properties.name ?? null,
        eighth: zone ? eighthOf(lng, lat, zone) : null,
      };
    })
    .toSorted((a, b) => urgency.indexOf(a.category) - urgency.indexOf(b.category) || b.z - a.z);
}

type Zone = ZoneList["features"][number];

function zoneAt(lng: number, lat: number, { features }: ZoneList): Zone | undefined {
  return features.find(({ geometry }) => {
    const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    return parts.some((rings) => ringsContain(rings as never, lng, lat));
  });
}

/** Nearer to the middle than this share of the zone's extent is its middle. */
const MIDDLE = 0.12;

function eighthOf(lng: number, lat: number, { geometry }: Zone): number | null {
  const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const points = parts.flat(2);
  const across = (axis: 0 | 1, at: number) => {
    const values = points.map((point) => point[axis] ?? 0);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return (at - (least + most) / 2) / Math.max(1e-9, most - least);
  };
  const [east, north] = [across(0, lng), across(1, lat)];
  if (Math.hypot(east, north) < MIDDLE) return null;
  return (Math.round((Math.atan2(east, north) / (2 * Math.PI)) * 8) + 8) % 8;
}

function HotSpotsView({ data, rows, scope }: PanelProps<Spots>) {
  const { hotSpots, screen } = scope.text;
  return (
    <ol className="wall-spots">
      {data.spots.slice(0, rows).map(({ id, category, zone, eighth, z, count }) => (
        <li key={id}>
          <em>{category === "no_pattern" ? "" : shortPattern(hotSpots.patterns[category].name)}</em>
          <h3>
            {zone ?? screen.hotSpots.outside} {zone !== null && screen.hotSpots.parts[eighth ?? 8]}
          </h3>
          <span className="is-quiet">{scope.text.places.times(count)}</span>
          <strong>{screen.hotSpots.score(z.toFixed(1))}</strong>
        </li>
      ))}
    </ol>
  );
}

/** The title says what they are. */
function shortPattern(name: string): string {
  return name.replace(/ hot spot$/, "");
}
