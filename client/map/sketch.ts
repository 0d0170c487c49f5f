import type { Position } from "geojson";
import type { Map as MapLibreMap } from "maplibre-gl";
import { TerraDraw, TerraDrawLineStringMode, TerraDrawPolygonMode } from "terra-draw";
import { TerraDrawMapLibreGLAdapter } from "terra-draw-maplibre-gl-adapter";
import type { MapEngine } from "./map-engine.ts";
import { type PixelScale, pixelScale } from "./pixel-scale.ts";

export type SketchOptions = {
  readonly kind: "line" | "polygon";
  readonly colour: string;
  /** Where a vertex goes that is put at a position: onto what is near. */
  readonly snap: (position: Position, scale: PixelScale) => Position;
  /** The line as it was drawn; of a polygon the outer ring, closed. */
  readonly onDone: (vertices: Position[]) => void;
};

const MODE = { line: "linestring", polygon: "polygon" } as const;

/** Lets a person draw lines or polygons, one after another, until the answer is called. Escape begins one anew. */
export function startSketch(engine: MapEngine, options: SketchOptions): () => void {
  let isOver = false;
  let draw: TerraDraw | null = null;
  void engine.whenReady().then(() => {
    if (!isOver) draw = engine.withMap((map) => startDrawing(map, options));
  });
  return () => {
    isOver = true;
    if (!draw?.enabled) return;
    draw.stop();
    engine.withMap((map) => delete map.getContainer().dataset.pen);
  };
}

function startDrawing(map: MapLibreMap, options: SketchOptions): TerraDraw {
  const { kind, snap, onDone } = options;
  const snapping = {
    toCustom: ({ lng, lat }: { readonly lng: number; readonly lat: number }) =>
      snap([lng, lat], pixelScale(map, [lng, lat])),
  };
  const colour = options.colour as `#${string}`;
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, prefixId: "sketch" }),
    modes: [
      new TerraDrawLineStringMode({
        snapping,
        styles: { lineStringColor: colour, lineStringWidth: 2.5, closingPointColor: colour },
      }),
      new TerraDrawPolygonMode({
        snapping,
        styles: {
          fillColor: colour,
          fillOpacity: 0.18,
          outlineColor: colour,
          outlineWidth: 2.5,
          closingPointColor: colour,
        },
      }),
    ],
  });
  draw.start();
  draw.setMode(MODE[kind]);
  map.getContainer().dataset.pen = kind;
  draw.on("finish", (id) => {
    const geometry = draw.getSnapshotFeature(id)?.geometry;
    // The mode is still busy with what it has finished.
    setTimeout(() => {
      if (draw.enabled) draw.clear();
      if (geometry?.type === "LineString") onDone(geometry.coordinates);
      if (geometry?.type === "Polygon") onDone(geometry.coordinates[0] ?? []);
    });
  });
  return draw;
}
