import type { MapLibreOverlay } from "@deck.gl/maplibre";
import type { Map as MapLibreMap, MapMouseEvent } from "maplibre-gl";

/** What lies under the pointer: an object of a deck layer, or a feature of a style layer. */
export type Hit = { readonly layerId: string; readonly object: unknown };

export type ClickEvent = {
  readonly lng: number;
  readonly lat: number;
  readonly hits: readonly Hit[];
};

/** How near the pointer must be to a mark. */
export const PICK_REACH_PX = 6;
const MOST_MARKS = 3;

/** Style layers that answer to the pointer. */
const POINTABLE_STYLE_LAYERS = ["hot-spots-area", "zones-area", "defects-points"];
/** Whose features light up under the pointer, with their source and how near the pointer must be; the first that is hit. */
const HOVERED = [
  { layer: "chiefs-line", source: "chiefs-held", reachPx: 5 },
  { layer: "zones-area", source: "zones-areas", reachPx: 0 },
] as const;
type Hovered = { readonly source: string; readonly id: string };

/** Tells of clicks and what they hit, the uppermost first, and lights up what the pointer is on, for as long as the map lives. */
export function watchPointer(
  map: MapLibreMap,
  overlay: MapLibreOverlay,
  onClick: (event: ClickEvent) => void,
): void {
  let hovered: Hovered | undefined;
  const setHovered = (next: Hovered | undefined) => {
    if (next?.id === hovered?.id && next?.source === hovered?.source) return;
    if (hovered && map.getSource(hovered.source)) map.setFeatureState(hovered, { hover: false });
    hovered = next;
    if (next) map.setFeatureState(next, { hover: true });
  };
  map.on("click", (event) => {
    const { lng, lat } = event.lngLat;
    onClick({ lng, lat, hits: [...deckHits(overlay, event), ...styleHits(map, event)] });
  });
  map.on("mousemove", (event) => setHovered(hoveredBy(map, event)));
  map.on("mouseout", () => setHovered(undefined));
}

function deckHits(overlay: MapLibreOverlay, { point: { x, y } }: MapMouseEvent): Hit[] {
  const picked = overlay.pickMultipleObjects({ x, y, radius: PICK_REACH_PX, depth: MOST_MARKS });
  return (picked ?? []).flatMap(({ layer, object }) =>
    layer && object ? [{ layerId: layer.id, object }] : [],
  );
}

function styleHits(map: MapLibreMap, { point }: MapMouseEvent): Hit[] {
  const layers = POINTABLE_STYLE_LAYERS.filter((id) => map.getLayer(id));
  if (layers.length === 0) return [];
  return map
    .queryRenderedFeatures(point, { layers })
    .map((feature) => ({ layerId: feature.layer.id, object: feature }));
}

function hoveredBy(map: MapLibreMap, { point: { x, y } }: MapMouseEvent): Hovered | undefined {
  for (const { layer, source, reachPx: r } of HOVERED) {
    if (!map.getLayer(layer)) continue;
    const near: [[number, number], [number, number]] = [
      [x - r, y - r],
      [x + r, y + r],
    ];
    const [feature] = map.queryRenderedFeatures(near, { layers: [layer] });
    if (feature?.id !== undefined) return { source, id: String(feature.id) };
  }
  return undefined;
}
