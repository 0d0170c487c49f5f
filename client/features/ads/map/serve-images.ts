import type { MapEngine } from "../../../map/map-engine.ts";

/** Draws an image around (0, 0) in CSS px; null for a name that is not known. */
type Draw = (name: string) => ((context: CanvasRenderingContext2D) => void) | null;

/** Device pixels to a CSS pixel, so that edges stay sharp. */
const RATIO = 3;
/** Edge of an image, CSS px. */
const SIZE_PX = 28;

/** A map has one resolver; parts of the page share it by the beginnings of names. */
const served = new WeakMap<MapEngine, Map<string, Draw>>();

/**
 * Draws images when the map asks for names that begin so, which it does anew with every style. Listening for what is missing
 * would be too late: the tile that asked is drawn without. Answers how to stop.
 */
export function serveImages(engine: MapEngine, prefix: string, draw: Draw): () => void {
  const draws = served.get(engine) ?? new Map<string, Draw>();
  if (!served.has(engine)) {
    served.set(engine, draws);
    engine.withMap((map) =>
      map.setMissingStyleImageResolver((id) => {
        for (const [start, drawOf] of draws) {
          const picture = id.startsWith(start) ? drawOf(id.slice(start.length)) : null;
          if (!picture || map.hasImage(id)) continue;
          map.addImage(id, pictureOf(picture), { pixelRatio: RATIO });
        }
      }),
    );
  }
  draws.set(prefix, draw);
  return () => {
    if (draws.get(prefix) === draw) draws.delete(prefix);
  };
}

function pictureOf(draw: (context: CanvasRenderingContext2D) => void): ImageData {
  const canvas = document.createElement("canvas");
  canvas.width = SIZE_PX * RATIO;
  canvas.height = SIZE_PX * RATIO;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("A 2D canvas is not to be had");
  context.scale(RATIO, RATIO);
  context.translate(SIZE_PX / 2, SIZE_PX / 2);
  draw(context);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
