import { type APIRequestContext, expect, type Page } from "@playwright/test";
import type { RecurrenceLegend, RecurrencePlaces } from "../../domain/contract/recurrence.ts";
import { bandOf } from "../../domain/heat-ramp.ts";
import { WORLD_SIZE, worldX, worldY } from "../../domain/spatial/web-mercator.ts";
import {
  bandOfColour,
  bandsOn,
  distanceOf,
  lightBands,
  mapSquare,
  pixelOf,
  type Rgb,
  squarePixels,
} from "./heat-pixels.ts";
import { otherPicture, stillPicture } from "./still-picture.ts";
import { middleOfMap, openWorkbench, test } from "./workbench-page.ts";

test.use({ viewport: { width: 1366, height: 768 } });

const AS_OF = "2026-11-21T10:42:00+08:00";
const ZOOMS = [11, 13, 15, 17] as const;
/** Pixels may lie off by rounding and by the softened border of a band. */
const NEAR = 14;

type Place = { lng: number; lat: number; band: number };

/**
 * The highest place whose density is well inside its band: a pixel of zoom 11 covers 66 m, so its middle may lie 46 m
 * from the place, where the kernel is lower by up to a fifth.
 */
async function knownPlace(request: APIRequestContext): Promise<Place> {
  const query = new URLSearchParams({ asOf: AS_OF, limit: "100" });
  const legend = await (await request.get("/api/recurrence/legend")).json();
  const { kernel } = legend as RecurrenceLegend;
  const answer = await (await request.get(`/api/recurrence/places?${query}`)).json();
  for (const { density, position } of (answer as RecurrencePlaces).places) {
    const band = bandOf(density, kernel.breaks);
    const share = density / (kernel.breaks[band] ?? 1);
    if (band >= 2 && share > 1.3 && share < 1.7) {
      return { lng: position[0], lat: position[1], band };
    }
  }
  throw new Error("no place is well inside a band");
}

test("in the tiles of every zoom a place has the colour that its density says", async ({
  request,
}) => {
  const place = await knownPlace(request);
  for (const z of ZOOMS) {
    const size = WORLD_SIZE / 2 ** z;
    const [x, y] = [worldX(place.lng) / size, worldY(place.lat) / size];
    const tile = `${z}/${Math.floor(x)}/${Math.floor(y)}`;
    const query = new URLSearchParams({ asOf: AS_OF, theme: "light" });
    const png = await (await request.get(`/api/recurrence/heat/${tile}.png?${query}`)).body();
    const pixel = pixelOf(png, Math.floor((x % 1) * 256), Math.floor((y % 1) * 256));
    const { band, distance } = bandOfColour(pixel.rgb, lightBands);
    expect(pixel.alpha, `zoom ${z}`).toBeGreaterThan(100);
    expect(distance, `zoom ${z}`).toBeLessThan(NEAR);
    expect(band, `zoom ${z}`).toBe(place.band);
  }
});

test("on the map a place keeps its band at every zoom, and its colour while panning", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const place = await knownPlace(page.request);
  for (const zoom of ZOOMS) {
    await openHeat(page, place, zoom);
    expect(await drawnBand(page, [0, 0]), `zoom ${zoom}`).toBe(place.band);
  }
  await openHeat(page, place, 15);
  const before = await stillPicture(page, () => mapSquare(page, [0, 0]));
  const pan = [140, -90] as const;
  await drag(page, pan);
  const after = await stillPicture(page, () => mapSquare(page, pan));
  expect(distanceOf(middleOf(after), middleOf(before))).toBeLessThan(NEAR);
  expect(await drawnBand(page, pan)).toBe(place.band);
});

/** The heat alone, with the place in the middle. */
async function openHeat(page: Page, { lng, lat }: Place, zoom: number): Promise<void> {
  const query = new URLSearchParams({ asOf: AS_OF, layers: "heat", at: `${lng},${lat},${zoom}` });
  await openWorkbench(page, `?${query}`, ["heat"]);
  await stillPicture(page);
}

/** The band that explains what the heat makes of the ground; the ground is seen when the heat is switched off. */
async function drawnBand(page: Page, aside: readonly [number, number]): Promise<number> {
  const square = () => mapSquare(page, aside);
  const withHeat = await stillPicture(page, square);
  await page.getByRole("switch", { name: /反复 · 热力/ }).click();
  const ground = squarePixels(await otherPicture(page, [withHeat], square));
  const found = squarePixels(withHeat).map((rgb, i) =>
    bandOfColour(rgb, bandsOn(ground[i] ?? [0, 0, 0])),
  );
  const explained = outwards(found).find(({ distance }) => distance < NEAR);
  expect(explained, "a band on the ground explains a pixel at the place").toBeDefined();
  return explained?.band ?? -1;
}

/** Pixels of a square by their distance from its middle: the very middle may lie on a street's name. */
function outwards<T>(square: readonly T[]): T[] {
  const side = Math.sqrt(square.length);
  const far = (i: number) =>
    Math.hypot((i % side) - (side - 1) / 2, Math.floor(i / side) - (side - 1) / 2);
  const order = square.map((_, i) => i).sort((a, b) => far(a) - far(b));
  return order.flatMap((i) => square[i] ?? []);
}

/** Drags the map and holds it before letting go, so that it does not glide on. */
async function drag(page: Page, [dx, dy]: readonly [number, number]): Promise<void> {
  const middle = await middleOfMap(page);
  const [x, y] = [middle.x + 60, middle.y + 60];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx, y + dy, { steps: 8 });
  await page.waitForTimeout(800);
  await page.mouse.up();
  await stillPicture(page);
}

function middleOf(png: Uint8Array): Rgb {
  const pixels = squarePixels(png);
  return pixels[Math.floor(pixels.length / 2)] ?? [0, 0, 0];
}
