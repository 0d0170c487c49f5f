import tokens from "../app/tokens.json";
import type { MapPalette } from "./palette.ts";

/** Marks that a single thing is drawn with; shape tells the same as colour. */
export const markNames = ["open", "overdue", "closed", "returning"] as const;
export type MarkName = (typeof markNames)[number];

/** Cells of the atlas, device pixels. */
const CELL = 64;

export type MarkAtlas = {
  readonly image: HTMLCanvasElement;
  readonly mapping: Readonly<
    Record<MarkName, { x: number; y: number; width: number; height: number }>
  >;
};

const made = new Map<string, MarkAtlas>();

/** One picture with every mark, drawn once per palette. */
export function markAtlas(palette: MapPalette): MarkAtlas {
  const known = made.get(palette.theme);
  if (known) return known;
  const image = document.createElement("canvas");
  image.width = CELL * markNames.length;
  image.height = CELL;
  const context = image.getContext("2d");
  if (!context) throw new Error("A 2D canvas is not to be had");
  markNames.forEach((name, at) => {
    context.save();
    context.translate(at * CELL, 0);
    context.scale(CELL / 16, CELL / 16);
    drawMark(context, name, palette);
    context.restore();
  });
  const entries = markNames.map((name, at) => [
    name,
    { x: at * CELL, y: 0, width: CELL, height: CELL },
  ]);
  const atlas = { image, mapping: Object.fromEntries(entries) } as MarkAtlas;
  made.set(palette.theme, atlas);
  return atlas;
}

const { intensifying, new: diamond } = tokens.recurrenceClass;

const paths: Readonly<Record<MarkName, string>> = {
  open: "M8 3a5 5 0 1 0 .001 0Z",
  closed: "M8 3.6a4.4 4.4 0 1 0 .001 0Z",
  overdue: intensifying.path16,
  returning: diamond.path16,
};

/** Draws in a box of 16 × 16. */
function drawMark(context: CanvasRenderingContext2D, name: MarkName, palette: MapPalette): void {
  const colours = { ...palette, returning: palette.persistent };
  const shape = new Path2D(paths[name]);
  context.lineJoin = "round";
  context.strokeStyle = palette.markCase;
  context.lineWidth = 2.2;
  context.stroke(shape);
  context.fillStyle = colours[name];
  context.fill(shape);
  if (name !== "overdue") return;
  context.fillStyle = palette.markCase;
  context.fillRect(7.3, 5.6, 1.4, 4.4);
  context.fillRect(7.3, 11, 1.4, 1.5);
}
