import type { MapEngine } from "../../../map/map-engine.ts";

/** A context that was lost draws no more. */
const DRAWN_WITHIN_MS = 10_000;

/** What the maps show, by their canvases. Throws an Error where one does not draw. */
export async function mapPictures(
  maps: Iterable<MapEngine>,
): Promise<Map<HTMLCanvasElement, string>> {
  const copies = await Promise.all([...maps].map(drawnMap));
  const pictures = await Promise.all(
    copies.map(async ([shown, copy]) => [shown, await dataUrlOf(copy)] as const),
  );
  return new Map(pictures);
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
