import { type ShownClass, shownOrder } from "../state/shown-classes.ts";
import { classShape } from "./class-shapes.ts";
import type { MapPalette } from "./palette.ts";

const problemMarks = ["open", "overdue", "closed"] as const;

/** Marks that a single thing is drawn with; shape tells the same as colour. */
export const markNames = [...problemMarks, ...shownOrder] as const;
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

const problemShapes: Readonly<Record<(typeof problemMarks)[number], string>> = {
  open: "M8 3a5 5 0 1 0 .001 0Z",
  closed: "M3.6 8.4 6.8 11.4 12.6 4.8",
  overdue: classShape("intensifying").fill.join(),
};

/** Draws in a box of 16 × 16. */
function drawMark(context: CanvasRenderingContext2D, name: MarkName, palette: MapPalette): void {
  context.lineJoin = "round";
  context.lineCap = "round";
  if (name === "closed") {
    drawTick(context, palette);
  } else if (name === "open" || name === "overdue") {
    fillWithCase(context, problemShapes[name], palette[name], palette);
    if (name === "overdue") drawExclamation(context, palette);
  } else {
    drawClass(context, name, palette);
  }
}

function drawTick(context: CanvasRenderingContext2D, palette: MapPalette): void {
  const tick = new Path2D(problemShapes.closed);
  context.strokeStyle = palette.markCase;
  context.lineWidth = 5;
  context.stroke(tick);
  context.strokeStyle = palette.closed;
  context.lineWidth = 2.4;
  context.stroke(tick);
}

function drawExclamation(context: CanvasRenderingContext2D, palette: MapPalette): void {
  context.fillStyle = palette.markCase;
  context.fillRect(7.3, 5.6, 1.4, 4.4);
  context.fillRect(7.3, 11, 1.4, 1.5);
}

/** Filled shapes with a case around them; rings on a disc of the case's colour, so that they stay readable on heat. */
function drawClass(context: CanvasRenderingContext2D, name: ShownClass, palette: MapPalette): void {
  const { fill, line, lineWidth } = classShape(name);
  const colour = palette.classes[name];
  for (const path of fill) fillWithCase(context, path, colour, palette);
  const [ring] = line;
  if (ring !== undefined) fillWithCase(context, ring, palette.markCase, palette, lineWidth);
  context.strokeStyle = colour;
  context.lineWidth = lineWidth * 0.8;
  for (const path of line) context.stroke(new Path2D(path));
}

function fillWithCase(
  context: CanvasRenderingContext2D,
  path: string,
  colour: string,
  palette: MapPalette,
  extra = 0,
): void {
  const shape = new Path2D(path);
  context.strokeStyle = palette.markCase;
  context.lineWidth = 2.2 + extra;
  context.stroke(shape);
  context.fillStyle = colour;
  context.fill(shape);
}
