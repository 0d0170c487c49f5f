import type { MapEngine } from "../../../map/map-engine.ts";
import type { DensityColours } from "./density-colours.ts";
import { diamond, fill, proposed, stroke } from "./draw-mark.ts";
import { serveImages } from "./serve-images.ts";

/** Names by which style layers ask for them, as `ads:new`. */
const imageNames = ["new", "repair", "free", "barred"] as const;
export type MarkImage = (typeof imageNames)[number];
const PREFIX = "ads:";

export function markImage(name: MarkImage): string {
  return PREFIX + name;
}

export function serveMarkImages(engine: MapEngine, colours: DensityColours): () => void {
  return serveImages(engine, PREFIX, (name) => {
    const known = imageNames.find((each) => each === name);
    return known ? (context) => drawings[known](context, colours) : null;
  });
}

type Draw = (context: CanvasRenderingContext2D, colours: DensityColours) => void;

const drawings: Readonly<Record<MarkImage, Draw>> = {
  new: proposed,
  repair(context, { proposal, repairFill, markCase }) {
    context.beginPath();
    context.rect(-5, -5, 10, 10);
    stroke(context, markCase, 5);
    fill(context, repairFill);
    stroke(context, proposal, 2);
    context.beginPath();
    context.moveTo(-3, 0);
    context.lineTo(3, 0);
    context.moveTo(0, -3);
    context.lineTo(0, 3);
    stroke(context, proposal, 2);
  },
  free(context, { mark, markCase }) {
    diamond(context, 5);
    stroke(context, markCase, 3.4);
    stroke(context, mark, 1.3);
  },
  barred(context, { unneeded, markCase }) {
    context.beginPath();
    context.moveTo(-3.4, -3.4);
    context.lineTo(3.4, 3.4);
    context.moveTo(3.4, -3.4);
    context.lineTo(-3.4, 3.4);
    stroke(context, markCase, 3.6);
    stroke(context, unneeded, 1.5);
  },
};
