import type { MapEngine } from "../../../map/map-engine.ts";
import type { DensityColours } from "../map/density-colours.ts";
import { circle, diamond, fill, proposed, stroke } from "../map/draw-mark.ts";
import { serveImages } from "../map/serve-images.ts";

const imageNames = ["first", "second", "both", "must", "never", "moved", "held", "faulty"] as const;
export type PlanImage = (typeof imageNames)[number];
const PREFIX = "plans:";
const PHASE = /^phase-(\d+)$/;

export type PlanColours = DensityColours & { readonly accent: string; readonly overdue: string };

export const planImage = (name: PlanImage) => PREFIX + name;
export const phaseImage = (phase: number) => `${PREFIX}phase-${phase}`;

/** Draws marks of plans when the map asks for them, which it does anew with every style. Answers how to stop. */
export function servePlanImages(engine: MapEngine, colours: () => PlanColours): () => void {
  return serveImages(engine, PREFIX, (wanted) => {
    const name = imageNames.find((each) => each === wanted);
    const phase = PHASE.exec(wanted)?.[1];
    if (name) return (context) => drawings[name](context, colours());
    return phase === undefined ? null : (context) => badge(context, colours(), phase);
  });
}

type Draw = (context: CanvasRenderingContext2D, colours: PlanColours) => void;

/** Filled: in the first alone; hollow: in the second alone; a dot: in both. */
const drawings: Readonly<Record<PlanImage, Draw>> = {
  first: proposed,
  second(context, { proposal, repairFill, markCase }) {
    diamond(context, 7);
    stroke(context, markCase, 5);
    fill(context, repairFill);
    stroke(context, proposal, 2);
  },
  both(context, { unneeded, markCase }) {
    circle(context, 3.4);
    stroke(context, markCase, 2.4);
    fill(context, unneeded);
  },
  must(context, { accent, markCase }) {
    circle(context, 11);
    stroke(context, markCase, 4.4);
    stroke(context, accent, 2.2);
  },
  never(context, { accent, markCase }) {
    context.beginPath();
    for (const side of [-1, 1]) {
      context.moveTo(-8, -8 * side);
      context.lineTo(8, 8 * side);
    }
    stroke(context, markCase, 5);
    stroke(context, accent, 2.4);
  },
  moved: (context, colours) => held(context, colours, colours.accent),
  held: (context, colours) => held(context, colours, colours.accent),
  faulty: (context, colours) => held(context, colours, colours.overdue),
};

function held(
  context: CanvasRenderingContext2D,
  { repairFill, markCase }: PlanColours,
  line: string,
) {
  diamond(context, 8);
  stroke(context, markCase, 5.4);
  fill(context, repairFill);
  stroke(context, line, 2.6);
}

/** The number of a phase on a disc. */
function badge(context: CanvasRenderingContext2D, { accent, markCase }: PlanColours, text: string) {
  circle(context, 7.5);
  stroke(context, markCase, 3);
  fill(context, accent);
  context.fillStyle = markCase;
  context.font = "700 11px sans-serif";
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(text, 0, 0.5);
}
