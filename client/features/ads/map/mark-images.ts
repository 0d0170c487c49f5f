import type { MapEngine } from "../../../map/map-engine.ts";
import type { DensityColours } from "./density-colours.ts";

/** Names by which style layers ask for them, as `ads:new`. */
const imageNames = ["new", "repair", "free", "barred"] as const;
export type MarkImage = (typeof imageNames)[number];
const PREFIX = "ads:";

/** Device pixels to a CSS pixel, so that edges stay sharp. */
const RATIO = 3;
const SIZE_PX = 22;

export function markImage(name: MarkImage): string {
  return PREFIX + name;
}

/** Draws marks when the map asks for them, which it does anew with every style. Answers how to stop. */
export function serveMarkImages(engine: MapEngine, colours: () => DensityColours): () => void {
  return engine.withMap((map) => {
    const serve = ({ id }: { id: string }) => {
      const name = imageNames.find((each) => markImage(each) === id);
      if (!name || map.hasImage(id)) return;
      map.addImage(id, picture(name, colours()), { pixelRatio: RATIO });
    };
    map.on("styleimagemissing", serve);
    return () => void map.off("styleimagemissing", serve);
  });
}

function picture(name: MarkImage, colours: DensityColours): ImageData {
  const canvas = document.createElement("canvas");
  canvas.width = SIZE_PX * RATIO;
  canvas.height = SIZE_PX * RATIO;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("A 2D canvas is not to be had");
  context.scale(RATIO, RATIO);
  context.translate(SIZE_PX / 2, SIZE_PX / 2);
  drawings[name](context, colours);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

type Draw = (context: CanvasRenderingContext2D, colours: DensityColours) => void;

const drawings: Readonly<Record<MarkImage, Draw>> = {
  new(context, { proposal, markCase }) {
    diamond(context, 7);
    stroke(context, markCase, 3.6);
    context.fillStyle = proposal;
    context.fill();
  },
  repair(context, { proposal, repairFill, markCase }) {
    context.beginPath();
    context.rect(-5, -5, 10, 10);
    stroke(context, markCase, 5);
    context.fillStyle = repairFill;
    context.fill();
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

function diamond(context: CanvasRenderingContext2D, half: number): void {
  context.beginPath();
  context.moveTo(0, -half);
  context.lineTo(half, 0);
  context.lineTo(0, half);
  context.lineTo(-half, 0);
  context.closePath();
}

function stroke(context: CanvasRenderingContext2D, colour: string, width: number): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineJoin = "miter";
  context.stroke();
}
