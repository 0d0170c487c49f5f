import type { MapEngine } from "../../../map/map-engine.ts";
import { mapPictures, pngOf } from "./map-pictures.ts";
import { pageSvg } from "./page-svg.ts";

/** As the server's browser waits: what is missing then says so in its own box. */
const DRAWN_WITHIN_MS = 60_000;
const LOOK_MS = 500;
/** Labels fade in when all has come. */
const SETTLE_MS = 2000;
const FONTS_MS = 500;

/**
 * What this window shows, as PNG in its device pixels. With a scene, once that is drawn. Throws an Error where a map does not
 * draw, or the browser does not let the page be read.
 */
export async function takePicture(maps: () => Iterable<MapEngine>, scene: string): Promise<Blob> {
  await whenDrawn(scene);
  const svg = await pageSvg(await mapPictures(maps()));
  const image = new Image();
  const loaded = new Promise((resolve, reject) => {
    image.onload = resolve;
    image.onerror = () => reject(new Error("the page is no image"));
  });
  // Not by a blob's address: a canvas that such an image was drawn on cannot be read.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await loaded;
  // Faces of the machine's fonts come after the image has.
  await wait(FONTS_MS);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(innerWidth * devicePixelRatio);
  canvas.height = Math.round(innerHeight * devicePixelRatio);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const png = await pngOf(canvas);
  canvas.width = 0;
  return png;
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
