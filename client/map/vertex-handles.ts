import type { FeatureCollection, LineString, Point, Position } from "geojson";
import type { GeoJSONSource, Map as MapLibreMap, MapMouseEvent } from "maplibre-gl";
import type { MapEngine } from "./map-engine.ts";
import type { MapPalette } from "./palette.ts";
import { type PixelScale, pixelScale } from "./pixel-scale.ts";
import { slotOf } from "./slots.ts";

/** What can be taken hold of: a vertex, or the middle of an edge, which becomes one. */
export type Handle = {
  readonly kind: "vertex" | "middle";
  readonly at: Position;
  /** Where edges lead from here, in any area: they follow while it is dragged. */
  readonly neighbours: () => readonly Position[];
};

export type HandleEvents = {
  readonly snap: (position: Position, scale: PixelScale, handle: Handle) => Position;
  readonly onPick: (handle: Handle) => void;
  /** Let go of somewhere else. */
  readonly onDrop: (handle: Handle, to: Position) => void;
};

const SOURCE = "vertex-handles";
const LAYERS = ["vertex-handles-lines", "vertex-handles-dots"] as const;
const REACH_PX = 9;
/** A hand that trembles does not drag. */
const STILL_PX = 3;

type Drag = {
  readonly handle: Handle;
  readonly startX: number;
  readonly startY: number;
  to: Position | null;
};

/** Handles on the vertices of areas that share them: the drawing library moves the vertices of one polygon only. */
export class VertexHandles {
  readonly #map: MapLibreMap;
  readonly #events: HandleEvents;
  readonly #palette: MapPalette;
  #handles: readonly Handle[] = [];
  #picked: Position | null = null;
  #drag: Drag | null = null;
  #isOver = false;

  constructor(engine: MapEngine, palette: MapPalette, events: HandleEvents) {
    this.#map = engine.withMap((map) => map);
    this.#events = events;
    this.#palette = palette;
    void engine.whenReady().then(() => {
      if (this.#isOver) return;
      this.#putOn();
      this.#map.on("mousedown", this.#grab);
      this.#map.on("mousemove", this.#follow);
      this.#map.on("mouseup", this.#letGo);
      this.#map.getContainer().dataset.pen = "vertices";
    });
  }

  show(handles: readonly Handle[], picked: Position | null): void {
    this.#handles = handles;
    this.#picked = picked;
    this.#paint();
  }

  /** Whether a click there is meant for a handle. */
  isAt(lng: number, lat: number): boolean {
    const { x, y } = this.#map.project([lng, lat]);
    return this.#nearest(x, y) !== null;
  }

  destroy(): void {
    this.#isOver = true;
    this.#map.off("mousedown", this.#grab);
    this.#map.off("mousemove", this.#follow);
    this.#map.off("mouseup", this.#letGo);
    this.#map.getCanvas().style.cursor = "";
    delete this.#map.getContainer().dataset.pen;
    for (const id of LAYERS) if (this.#map.getLayer(id)) this.#map.removeLayer(id);
    if (this.#map.getSource(SOURCE)) this.#map.removeSource(SOURCE);
  }

  readonly #grab = (event: MapMouseEvent): void => {
    const handle = this.#nearest(event.point.x, event.point.y);
    if (!handle || event.originalEvent.button !== 0) return;
    event.preventDefault();
    this.#drag = { handle, startX: event.point.x, startY: event.point.y, to: null };
  };

  readonly #follow = (event: MapMouseEvent): void => {
    const drag = this.#drag;
    const { x, y } = event.point;
    if (!drag) {
      this.#map.getCanvas().style.cursor = this.#nearest(x, y) ? "grab" : "";
      return;
    }
    if (drag.to === null && Math.hypot(x - drag.startX, y - drag.startY) <= STILL_PX) return;
    const at = [event.lngLat.lng, event.lngLat.lat];
    drag.to = this.#events.snap(at, pixelScale(this.#map, at), drag.handle);
    this.#paint();
  };

  readonly #letGo = (): void => {
    const drag = this.#drag;
    this.#drag = null;
    if (!drag) return;
    this.#paint();
    if (drag.to === null) this.#events.onPick(drag.handle);
    else this.#events.onDrop(drag.handle, drag.to);
  };

  #nearest(x: number, y: number): Handle | null {
    let best: Handle | null = null;
    let least = REACH_PX;
    for (const handle of this.#handles) {
      const [lng = 0, lat = 0] = handle.at;
      const at = this.#map.project([lng, lat]);
      const away = Math.hypot(at.x - x, at.y - y) + (handle.kind === "middle" ? 2 : 0);
      if (away < least) [best, least] = [handle, away];
    }
    return best;
  }

  #putOn(): void {
    const { accent, ringCase, overdue } = this.#palette;
    this.#map.addSource(SOURCE, { type: "geojson", data: this.#data() });
    this.#map.addLayer(
      {
        id: LAYERS[0],
        type: "line",
        source: SOURCE,
        filter: ["==", ["geometry-type"], "LineString"],
        paint: { "line-color": accent, "line-width": 2, "line-dasharray": [2, 1.5] },
      },
      slotOf("feedback"),
    );
    this.#map.addLayer(
      {
        id: LAYERS[1],
        type: "circle",
        source: SOURCE,
        filter: ["==", ["geometry-type"], "Point"],
        paint: {
          "circle-radius": ["match", ["get", "kind"], "middle", 3, "picked", 6.5, 4.5],
          "circle-color": ["match", ["get", "kind"], "vertex", ringCase, "moving", overdue, accent],
          "circle-stroke-color": ["match", ["get", "kind"], "picked", ringCase, accent],
          "circle-stroke-width": ["match", ["get", "kind"], "middle", 0, 1.8],
          "circle-opacity": ["match", ["get", "kind"], "middle", 0.65, 1],
        },
      },
      slotOf("feedback"),
    );
  }

  #paint(): void {
    const source = this.#map.getSource(SOURCE) as GeoJSONSource | undefined;
    source?.setData(this.#data());
  }

  #data(): FeatureCollection<Point | LineString> {
    const dot = (at: Position, kind: string) => ({
      type: "Feature" as const,
      properties: { kind },
      geometry: { type: "Point" as const, coordinates: at },
    });
    const picked = this.#picked?.join();
    const dots = this.#handles
      .toSorted((a, b) => a.kind.localeCompare(b.kind))
      .map(({ kind, at }) => dot(at, at.join() === picked ? "picked" : kind));
    const to = this.#drag?.to;
    const lines = (to ? (this.#drag?.handle.neighbours() ?? []) : []).map((from) => ({
      type: "Feature" as const,
      properties: { kind: "pull" },
      geometry: { type: "LineString" as const, coordinates: [from, to ?? from] },
    }));
    return {
      type: "FeatureCollection",
      features: [...lines, ...dots, ...(to ? [dot(to, "moving")] : [])],
    };
  }
}
