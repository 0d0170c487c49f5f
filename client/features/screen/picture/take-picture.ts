import type { MapEngine } from "../../../map/map-engine.ts";
import { coloursIn, type MapPicture, mapPictures, pngOf } from "./map-pictures.ts";
import { pageSvg } from "./page-svg.ts";

/** As the server's browser waits: what is missing then says so in its own box. */
const DRAWN_WITHIN_MS = 60_000;
const LOOK_MS = 500;
/** Labels fade in when all has come. */
const SETTLE_MS = 2000;
const PARTS_MS = 500;
const MOST_TRIES = 20;

/**
 * What this window shows, as PNG in its device pixels. With a scene, once that is drawn. Throws an Error where a map does not
 * draw, or the browser does not let the page be read.
 */
export async function takePicture(maps: () => Iterable<MapEngine>, scene: string): Promise<Blob> {
  await whenDrawn(scene);
  const pictures = await mapPictures(maps());
  const image = new Image();
  const loaded = new Promise((resolve, reject) => {
    image.onload = resolve;
    image.onerror = () => reject(new Error("the page is no image"));
  });
  // Not by a blob's address: a canvas that such an image was drawn on cannot be read.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await pageSvg(pictures))}`;
  await loaded;
  const canvas = await wholePicture(image, pictures);
  const png = await pngOf(canvas);
  canvas.width = 0;
  return png;
}

/** Fonts of the machine and pictures within an image come after the image has; it is drawn until they are there. */
async function wholePicture(
  image: HTMLImageElement,
  maps: readonly MapPicture[],
): Promise<HTMLCanvasElement> {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(innerWidth * devicePixelRatio);
  canvas.height = Math.round(innerHeight * devicePixelRatio);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    await wait(PARTS_MS);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    if (maps.every((map) => isOn(canvas, map))) return canvas;
  }
  throw new Error("the maps did not come into the picture");
}

/** What lies over a map takes some of its colours, and brings others. */
function isOn(canvas: HTMLCanvasElement, map: MapPicture): boolean {
  const { left, top, width, height } = map.canvas.getBoundingClientRect();
  const [x, y, w, h] = [left, top, width, height].map((px) => px * devicePixelRatio);
  return coloursIn(canvas, [x ?? 0, y ?? 0, w ?? 0, h ?? 0]) >= map.colours / 3;
}

/** Until the scene's maps are drawn and its panels filled, or for as long as one waits. */
async function whenDrawn(scene: string): Promise<void> {
  const begin = performance.now();
  while (!isDrawn(scene) && performance.now() - begin < DRAWN_WITHIN_MS) await wait(LOOK_MS);
  await wait(SETTLE_MS);
  await document.fonts.ready;
}

function isDrawn(scene: string): boolean {
  const wall = document.querySelector<HTMLElement>("main.wall[data-step]");
  if (wall?.dataset.step?.split("/")[0] !== scene) return false;
  const maps = [...wall.querySelectorAll<HTMLElement>("[data-drawn]")];
  const areDrawn = maps.length > 0 && maps.every(({ dataset }) => dataset.drawn !== "");
  return areDrawn && !wall.querySelector(".wall-blocks");
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
