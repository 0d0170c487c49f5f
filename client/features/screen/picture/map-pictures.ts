import type { MapEngine } from "../../../map/map-engine.ts";

/** A context that was lost draws no more. */
const DRAWN_WITHIN_MS = 10_000;

export type MapPicture = {
  /** The map's own. */
  readonly canvas: HTMLCanvasElement;
  /** What it showed, as an address that holds it. */
  readonly url: string;
  /** Colours of it, looked at here and there. */
  readonly colours: number;
};

/** A map has more: ground, zones, rings, names. */
const LEAST_COLOURS = 4;

/** What the maps show. Throws an Error where one draws nothing. */
export async function mapPictures(maps: Iterable<MapEngine>): Promise<MapPicture[]> {
  const copies = await Promise.all([...maps].map(drawnMap));
  return Promise.all(
    copies.map(async ([canvas, copy]) => {
      const colours = coloursIn(copy, [0, 0, copy.width, copy.height]);
      if (colours < LEAST_COLOURS) throw new Error("a map is blank");
      return { canvas, url: await dataUrlOf(copy), colours };
    }),
  );
}

const LOOKS = 48;

/** How many colours a part of a picture has, looked at in a grid. */
export function coloursIn(
  picture: HTMLCanvasElement,
  [x, y, width, height]: readonly [number, number, number, number],
): number {
  const small = document.createElement("canvas");
  small.width = LOOKS;
  small.height = LOOKS;
  const context = small.getContext("2d", { willReadFrequently: true });
  if (!context) return 0;
  context.imageSmoothingEnabled = false;
  context.drawImage(picture, x, y, width, height, 0, 0, LOOKS, LOOKS);
  return new Set(new Uint32Array(context.getImageData(0, 0, LOOKS, LOOKS).data.buffer)).size;
}

/** A canvas of WebGL can be read in the task that drew it and in no other, so it is drawn for this. */
function drawnMap(engine: MapEngine): Promise<readonly [HTMLCanvasElement, HTMLCanvasElement]> {
  return engine.withMap(
    (map) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error("a map did not draw")), DRAWN_WITHIN_MS);
        map.once("render", () => {
          clearTimeout(timer);
          const shown = map.getCanvas();
          const copy = document.createElement("canvas");
          copy.width = shown.width;
          copy.height = shown.height;
          copy.getContext("2d")?.drawImage(shown, 0, 0);
          resolve([shown, copy]);
        });
        map.triggerRepaint();
      }),
  );
}

async function dataUrlOf(canvas: HTMLCanvasElement): Promise<string> {
  const blob = await pngOf(canvas);
  canvas.width = 0;
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** Throws an Error where the canvas cannot be read. */
export function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error("a canvas cannot be read"))),
      "image/png",
    ),
  );
}
