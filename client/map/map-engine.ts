import type { Layer as DeckLayer } from "@deck.gl/core";
import { MapLibreOverlay } from "@deck.gl/maplibre";
import type { Device } from "@luma.gl/core";
import {
  type GeoJSONSource,
  type LayerSpecification,
  Map as MapLibreMap,
  ScaleControl,
  type SourceSpecification,
  type StyleSpecification,
  setWorkerUrl,
} from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import "maplibre-gl/dist/maplibre-gl.css";
import type { Bounds } from "../../domain/spatial/lng-lat.ts";
import type { Camera } from "../state/url-state.ts";
import { FailedTiles, type TilePlace } from "./failed-tiles.ts";
import { freeVertexArrays } from "./free-vertex-arrays.ts";
import { type ClickEvent, PICK_REACH_PX, watchPointer } from "./map-pointer.ts";
import { shareSamplers } from "./shared-samplers.ts";

setWorkerUrl(workerUrl);

/** Space at the edges of the window that panels cover, px. */
export type Padding = {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
};

export type EngineOptions = {
  readonly container: HTMLElement;
  readonly style: StyleSpecification;
  readonly camera: Camera | null;
  readonly bounds: Bounds;
  readonly padding: Padding;
  readonly label: string;
  /** A wall: nothing moves by itself, no scale bar, as many device pixels to a px as are given. */
  readonly wall?: { readonly pixelRatio: number };
  /** Called when the camera has come to rest, and once at the start. */
  readonly onRest: (engine: MapEngine) => void;
  readonly onClick: (event: ClickEvent) => void;
  /** Which sources lack tiles that did not come, each time it changes; as the map names them. */
  readonly onFailedSources: (sourceIds: readonly string[]) => void;
  /** The WebGL context was lost (false) or is back (true). */
  readonly onContext: (isAlive: boolean) => void;
};

/** An edge of the canvas; MapLibre's own limit of 4096 blurs a wide wall without a word. */
const MOST_CANVAS_PX = 8192;

/** Tiles that did not come are asked for again so often. */
const RETRY_MS = 30_000;

/** A wall keeps no tile that is out of sight: its scenes never end, and the browser has the answers. */
const WALL_TILES_KEPT = 0;

/** The order of the layers decides alone: opaque areas of the ground leave depth behind that would hide what lies on them. */
const FLAT = { depthCompare: "always", depthWriteEnabled: false } as const;

/** The only wrapper around the map and the deck overlay; everything that changes them goes through `sync-layers`. */
export class MapEngine {
  readonly #map: MapLibreMap;
  readonly #overlay: MapLibreOverlay;
  readonly #options: EngineOptions;
  readonly #movers = new Set<(isAtRest: boolean) => void>();
  #isFollowing = false;
  #device: Device | undefined;
  readonly #failedTiles = new FailedTiles();
  #toldFailed = "";
  readonly #retries: ReturnType<typeof setInterval>;
  /** Of contexts that were lost: the library lets go of the map and its workers only when a style is removed, not lost. */
  readonly #lostStyles: MapLibreMap["style"][] = [];

  constructor(options: EngineOptions) {
    this.#options = options;
    const { camera, bounds, padding, wall } = options;
    this.#map = new MapLibreMap({
      container: options.container,
      style: options.style,
      ...(camera
        ? { center: [camera.lng, camera.lat], zoom: camera.zoom }
        : { bounds: [...bounds], fitBoundsOptions: { padding: { ...padding } } }),
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxZoom: 19,
      minZoom: 3,
      maxCanvasSize: [MOST_CANVAS_PX, MOST_CANVAS_PX],
      // A tile that is asked for again while the server is away would be taken off.
      ...(wall && {
        pixelRatio: wall.pixelRatio,
        refreshExpiredTiles: false,
        maxTileCacheSize: WALL_TILES_KEPT,
      }),
      localIdeographFontFamily: '"Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif',
      fadeDuration: 150,
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#map.getCanvas().setAttribute("aria-label", options.label);
    if (!wall) this.#map.addControl(new ScaleControl({ maxWidth: 96 }), "bottom-right");
    this.#overlay = new MapLibreOverlay({
      interleaved: true,
      layers: [],
      pickingRadius: PICK_REACH_PX,
      parameters: FLAT,
      onDeviceInitialized: (device) => {
        freeVertexArrays();
        shareSamplers(device);
        this.#device = device;
      },
    });
    this.#map.addControl(this.#overlay);
    this.#listen();
    this.#retries = setInterval(() => this.#retryTiles(), RETRY_MS);
  }

  /** Resolves when the base style is there and layers can be put on. */
  whenReady(): Promise<void> {
    if (this.#map.isStyleLoaded()) return Promise.resolve();
    return new Promise((resolve) => {
      const check = () => {
        if (!this.#map.isStyleLoaded()) return;
        this.#map.off("styledata", check);
        this.#map.off("idle", check);
        resolve();
      };
      this.#map.on("styledata", check);
      this.#map.on("idle", check);
    });
  }

  get camera(): Camera {
    const { lng, lat } = this.#map.getCenter();
    return { lng, lat, zoom: this.#map.getZoom() };
  }

  get bounds(): Bounds {
    const bounds = this.#map.getBounds();
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  }

  /** Whether every tile of the window has come or failed. */
  get isSettled(): boolean {
    return this.#map.areTilesLoaded();
  }

  setStyle(style: StyleSpecification): Promise<void> {
    this.#overlay.setProps({ layers: [] });
    this.#map.setStyle(style, { diff: false });
    this.#failedTiles.forgetAll();
    this.#tellFailed();
    return new Promise((resolve) => this.#map.once("style.load", () => resolve()));
  }

  hasSource(id: string): boolean {
    return this.#map.getSource(id) !== undefined;
  }

  addSource(id: string, source: SourceSpecification): void {
    this.#map.addSource(id, source);
  }

  /** Swaps the data of a GeoJSON source; answers false for any other kind. */
  setSourceData(id: string, source: SourceSpecification): boolean {
    const known = this.#map.getSource(id);
    if (source.type !== "geojson" || known?.type !== "geojson") return false;
    (known as GeoJSONSource).setData(source.data);
    return true;
  }

  removeSource(id: string): void {
    if (this.#map.getSource(id)) this.#map.removeSource(id);
    this.#failedTiles.forget(id);
    this.#tellFailed();
  }

  addLayer(layer: LayerSpecification, beforeId: string): void {
    this.#map.addLayer(layer, beforeId);
  }

  removeLayer(id: string): void {
    if (this.#map.getLayer(id)) this.#map.removeLayer(id);
  }

  setDeckLayers(layers: readonly DeckLayer[]): void {
    this.#overlay.setProps({ layers: [...layers] });
  }

  /** Resolves when every tile of a source that is in view has come or failed, and not all of them failed. */
  whenSourceLoaded(id: string): Promise<void> {
    return new Promise((resolve) => {
      const check = () => {
        if (this.#map.getSource(id) && !this.#isShowing(id)) return;
        this.#map.off("sourcedata", check);
        this.#map.off("idle", check);
        resolve();
      };
      this.#map.on("sourcedata", check);
      this.#map.on("idle", check);
    });
  }

  flyTo({ lng, lat, zoom }: Camera): void {
    this.#map.easeTo({ center: [lng, lat], zoom, duration: this.#moveMs() });
  }

  fit(bounds: Bounds, maxZoom = 18): void {
    this.#map.fitBounds([...bounds], {
      padding: { ...this.#options.padding },
      maxZoom,
      duration: this.#moveMs(),
    });
  }

  zoomBy(step: number): void {
    this.#map.easeTo({ zoom: this.#map.getZoom() + step, duration: this.#moveMs() });
  }

  /** Looks where another map does, without a word to anybody; `settle` says when that is to be taken as rest. */
  follow({ lng, lat, zoom }: Camera): void {
    this.#isFollowing = true;
    this.#map.jumpTo({ center: [lng, lat], zoom });
    this.#isFollowing = false;
  }

  settle(): void {
    this.#options.onRest(this);
  }

  /** Calls while the camera moves by itself or by hand, at the end with true. Answers how to stop. */
  onMove(listen: (isAtRest: boolean) => void): () => void {
    this.#movers.add(listen);
    return () => this.#movers.delete(listen);
  }

  /** For tools that draw on the map by themselves; what they put on it they take off again. */
  withMap<T>(use: (map: MapLibreMap) => T): T {
    return use(this.#map);
  }

  setCursor(cursor: string): void {
    this.#map.getCanvas().style.cursor = cursor;
  }

  resize(): void {
    this.#map.resize();
  }

  destroy(): void {
    clearInterval(this.#retries);
    this.#map.remove();
    for (const style of this.#lostStyles) style._remove();
    // Left to itself it goes on watching the window, and keeps the canvas.
    this.#device?.canvasContext?.destroy();
  }

  #moveMs(): number {
    return this.#options.wall ? 0 : moveMs();
  }

  #listen(): void {
    const map = this.#map;
    map.on("load", () => this.#options.onRest(this));
    map.on("move", () => this.#moved(false));
    map.on("moveend", () => this.#moved(true));
    watchPointer(map, this.#overlay, this.#options.onClick);
    map.on("error", (event) => {
      const at = tileOf(event);
      // A style that is not valid, say, leaves the map empty: that is ours to mend, and the page's to tell.
      if (!at) reportError(event.error);
      else this.#failedTiles.fail(at.source, at.tile);
      this.#tellFailed();
    });
    map.on("sourcedata", (event) => {
      const at = tileOf(event);
      if (!at) return;
      this.#failedTiles.come(at.source, at.tile);
      this.#tellFailed();
    });
    // Before the library, which forgets its style then.
    const noteStyle = () => {
      if (map.style) this.#lostStyles.push(map.style);
    };
    map.getCanvasContainer().addEventListener("webglcontextlost", noteStyle, true);
    map.on("webglcontextlost", () => this.#options.onContext(false));
    map.on("webglcontextrestored", () => this.#options.onContext(true));
  }

  #isShowing(sourceId: string): boolean {
    return this.#map.isSourceLoaded(sourceId) && !this.#failedTiles.isMissing(sourceId);
  }

  #retryTiles(): void {
    const failed = this.#failedTiles.sources;
    // A lost context takes the style with it, and there is nothing to ask for until it is back.
    if (failed.length === 0 || !this.#map.style) return;
    for (const id of failed) {
      const tiles = this.#failedTiles.ask(id);
      // A single tile is asked for as one that is old, and a picture that never came has no old one to show.
      if (this.#map.getSource(id)?.type === "raster") this.#map.refreshTiles(id);
      else this.#map.refreshTiles(id, [...tiles]);
    }
    this.#map.once("idle", () => {
      this.#failedTiles.dropUnanswered();
      this.#tellFailed();
    });
  }

  #tellFailed(): void {
    const { sources } = this.#failedTiles;
    if (sources.join() === this.#toldFailed) return;
    this.#toldFailed = sources.join();
    this.#options.onFailedSources(sources);
  }

  #moved(isAtRest: boolean): void {
    if (this.#isFollowing) return;
    if (isAtRest) this.#options.onRest(this);
    for (const listen of this.#movers) listen(isAtRest);
  }
}

/** Of which tile an event of the map speaks, if of any. */
function tileOf(event: object): { source: string; tile: TilePlace } | null {
  const { sourceId, tile } = event as {
    sourceId?: string;
    tile?: { tileID: { canonical: TilePlace } };
  };
  return sourceId !== undefined && tile ? { source: sourceId, tile: tile.tileID.canonical } : null;
}

/** Camera moves take at most 600 ms, and none at all for people who asked for less motion. */
function moveMs(): number {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 500;
}
