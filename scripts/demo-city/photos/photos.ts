import { encode } from "fast-png";
import type { Photo, Problem } from "../../../domain/problem.ts";
import type { PackFile } from "../files/pack-file.ts";
import { type Random, seededRandom } from "../random.ts";
import { isoTime } from "../reports/rhythm.ts";
import { photoCanvas } from "./photo-canvas.ts";
import { paletteUnder } from "./photo-palette.ts";
import {
  drawOrder,
  drawStreet,
  drawTrouble,
  type PhotoTheme,
  photoThemes,
} from "./photo-scenes.ts";
import { stampDemo } from "./photo-stamp.ts";

const WIDTH = 320;
const HEIGHT = 240;
const VARIANTS = 9;

/**
 * Pictures for `photos/`: each theme in a few streets, before and after. The same on every machine.
 */
export function drawPhotos(): PackFile[] {
  return photoThemes.flatMap((theme) =>
    Array.from({ length: VARIANTS }, (_, variant) =>
      (["before", "after"] as const).map((kind) => ({
        path: `photos/${fileOf(theme, variant, kind)}`,
        content: drawPhoto(theme, variant, kind),
      })),
    ).flat(),
  );
}

/**
 * Gives about three in ten reports of people on the spot a picture, and most of their closings
 * another.
 */
export function attachPhotos(problems: readonly Problem[], random: Random): Problem[] {
  return problems.map((problem) => {
    const theme = themeOf(problem.category);
    if (!TAKES_PICTURES.has(problem.source) || !theme || !random.chance(0.34)) return problem;
    const variant = random.int(0, VARIANTS - 1);
    const photos: Photo[] = [photoOf(theme, variant, "before", problem.reportedAt)];
    const closed = problem.closings.at(-1);
    if (closed && closed.reopenedAt === null && random.chance(0.72)) {
      photos.push(photoOf(theme, variant, "after", closed.closedAt));
    }
    return { ...problem, photos };
  });
}

const TAKES_PICTURES: ReadonlySet<string> = new Set([
  "inspection",
  "undercover",
  "citizen",
  "grid-worker",
  "follow-up",
]);

const THEMES: readonly (readonly [prefix: string, theme: PhotoTheme])[] = [
  ["E0102", "garbage"],
  ["E0103", "clutter"],
  ["E0104", "garbage"],
  ["E0106", "garbage"],
  ["E0107", "cars"],
  ["E0108", "clutter"],
  ["E0110", "hole"],
  ["E0111", "hole"],
  ["E0115", "smoke"],
  ["E0116", "smoke"],
  ["E0201", "posters"],
  ["E0202", "posters"],
  ["E0302", "works"],
  ["E0304", "works"],
  ["E0303", "clutter"],
  ["E0401", "hole"],
  ["E0402", "water"],
  ["E0404", "water"],
  ["E0406", "water"],
  ["E0501", "stall"],
  ["E0504", "stall"],
  ["E0505", "cars"],
  ["E0506", "bikes"],
  ["E0507", "clutter"],
  ["E0510", "smoke"],
  ["E0511", "laundry"],
  ["P0101", "manhole"],
  ["P0102", "manhole"],
  ["P0103", "manhole"],
  ["P0105", "manhole"],
  ["P0107", "manhole"],
  ["P0118", "lamp"],
  ["P0305", "garbage"],
  ["P0402", "tree"],
];

function themeOf(category: string): PhotoTheme | null {
  return THEMES.find(([prefix]) => category.startsWith(prefix))?.[1] ?? null;
}

function fileOf(theme: PhotoTheme, variant: number, kind: Photo["kind"]): string {
  return `${theme}-${String(variant + 1).padStart(2, "0")}-${kind}.png`;
}

function photoOf(theme: PhotoTheme, variant: number, kind: Photo["kind"], takenAt: number): Photo {
  return { file: fileOf(theme, variant, kind), kind, takenAt: isoTime(takenAt) };
}

/** Before and after show the same street under the same light. */
function drawPhoto(theme: PhotoTheme, variant: number, kind: Photo["kind"]): Uint8Array {
  const random = seededRandom(variant * 31 + photoThemes.indexOf(theme) * 1009);
  const canvas = photoCanvas(WIDTH, HEIGHT);
  drawStreet(canvas, random.fork("street"));
  const draw = kind === "before" ? drawTrouble[theme] : drawOrder[theme];
  draw?.(canvas, random.fork("thing"));
  stampDemo(canvas);
  return encode(
    {
      width: WIDTH,
      height: HEIGHT,
      data: canvas.pixels,
      depth: 8,
      channels: 1,
      palette: paletteUnder(variant),
    },
    { zlib: { level: 9 } },
  );
}
