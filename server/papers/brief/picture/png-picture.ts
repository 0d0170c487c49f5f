import { encode } from "fast-png";
import type { BoxMm, Mark, Stroke } from "../../../../domain/paper/mark.ts";
import { type Canvas, fillPolygons, type PixelBox, type PixelRing } from "./fill-polygons.ts";
import { discRing, strokeRings } from "./stroke-rings.ts";
import { type TextRings, textRings } from "./text-rings.ts";

/** Halos are several pixels wide, so that their outline may be coarse. */
const HALO_STEP_PX = 2;

type Picture = {
  readonly box: BoxMm;
  readonly marks: readonly Mark[];
  readonly dotsPerInch: number;
};

/** Draws on a canvas whose pixels are millimetres moved and scaled. */
type Draft = {
  readonly canvas: Canvas;
  readonly clip: PixelBox;
  readonly textOf: TextRings;
  readonly pixel: (points: ArrayLike<number>) => number[];
  /** Pixels a millimetre. */
  readonly scale: number;
};

/**
 * Marks as a PNG on white, for programs that open nothing else. Pictures within pictures and dashes are not drawn: maps
 * have none. Some 300 ms for a thumbnail at 300 dots an inch.
 */
export async function pngPicture({ box, marks, dotsPerInch }: Picture) {
  const scale = dotsPerInch / 25.4;
  const [width, height] = [box.width, box.height].map((mm) => Math.round(mm * scale)) as [
    number,
    number,
  ];
  const canvas = { width, height, data: new Uint8Array(3 * width * height).fill(255) };
  const clip = { left: 0, top: 0, right: width, bottom: height };
  const pixel = (points: ArrayLike<number>) =>
    Array.from(points, (value, i) => (value - (i % 2 === 0 ? box.x : box.y)) * scale);
  drawMarks({ canvas, clip, textOf: await textRings(), pixel, scale }, marks);
  return { bytes: new Uint8Array(encode({ ...canvas, channels: 3, depth: 8 })), width, height };
}

function drawMarks(draft: Draft, marks: readonly Mark[]): void {
  const { pixel, scale } = draft;
  for (const mark of marks) {
    switch (mark.kind) {
      case "path": {
        const parts = mark.parts.filter(({ points }) => points.length >= 4);
        const { fill, stroke, opacity = 1 } = mark;
        if (fill)
          paint(
            draft,
            parts.map(({ points }) => pixel(points)),
            "even-odd",
            fill,
            opacity,
          );
        if (stroke) {
          const rings = parts.flatMap(({ points, isClosed }) =>
            strokeRings(pixel(points), isClosed, stroke.widthMm * scale, stroke.cap !== "butt"),
          );
          paint(draft, rings, "non-zero", stroke.colour, opacity);
        }
        break;
      }
      case "circle": {
        const [x = 0, y = 0] = pixel([mark.x, mark.y]);
        drawCircle(draft, discRing(x, y, mark.radius * scale, 48), mark.fill, mark.stroke);
        break;
      }
      case "text": {
        const rings = draft.textOf(mark).map(pixel);
        const { halo, colour } = mark;
        if (halo) {
          const around = rings.flatMap((ring) =>
            strokeRings(thinned(ring, HALO_STEP_PX), true, halo.widthMm * scale, true),
          );
          paint(draft, around, "non-zero", halo.colour, 1);
        }
        paint(draft, rings, "non-zero", colour, 1);
        break;
      }
      case "clip": {
        const { x, y, width, height } = mark.box;
        const [left = 0, top = 0, right = 0, bottom = 0] = pixel([x, y, x + width, y + height]);
        drawMarks({ ...draft, clip: { left, top, right, bottom } }, mark.marks);
        break;
      }
      case "image":
        break;
    }
  }
}

/** A ring without what is nearer than that to the vertex before. */
function thinned(ring: PixelRing, leastPx: number): PixelRing {
  const kept: number[] = [];
  for (let i = 0; i < ring.length; i += 2) {
    const [x = 0, y = 0] = [ring[i], ring[i + 1]];
    const [lastX, lastY] = [kept.at(-2), kept.at(-1)];
    const isFirst = lastX === undefined || lastY === undefined;
    if (isFirst || Math.hypot(x - lastX, y - lastY) >= leastPx) kept.push(x, y);
  }
  return kept;
}

function drawCircle(
  draft: Draft,
  ring: PixelRing,
  fill: string | undefined,
  stroke: Stroke | undefined,
): void {
  if (fill) paint(draft, [ring], "non-zero", fill, 1);
  if (!stroke) return;
  const rings = strokeRings(ring, true, stroke.widthMm * draft.scale, true);
  paint(draft, rings, "non-zero", stroke.colour, 1);
}

function paint(
  { canvas, clip }: Draft,
  rings: readonly PixelRing[],
  rule: "even-odd" | "non-zero",
  colour: string,
  opacity: number,
): void {
  const value = Number.parseInt(colour.slice(1), 16);
  const parts = [value >> 16, (value >> 8) & 255, value & 255] as const;
  fillPolygons(canvas, rings, { rule, colour: parts, opacity, clip });
}
