import { expect, test } from "vitest";
import { watermark } from "../../../client/state/watermark.ts";

type Drawn = { readonly text: string; readonly x: number; readonly y: number };

/** A canvas whose letters are as wide as they are high. */
function aCanvas() {
  const drawn: Drawn[] = [];
  const bands: { y: number; height: number }[] = [];
  let size = 0;
  const context = {
    set font(value: string) {
      size = Number.parseInt(value, 10);
    },
    measureText: (text: string) => ({ width: text.length * size }),
    fillRect: (_: number, y: number, __: number, height: number) => bands.push({ y, height }),
    fillText: (text: string, x: number, y: number) => drawn.push({ text, x, y }),
  };
  return { drawn, bands, context: context as unknown as CanvasRenderingContext2D };
}

test("every line is on the band at the foot of the picture, and within its width", () => {
  const { drawn, bands, context } = aCanvas();
  watermark(["地点 一路", "时间 2026-11-22 10:00"])(context, { width: 1600, height: 1200 });
  const [band] = bands;
  expect(drawn.map(({ text }) => text)).toEqual(["地点 一路", "时间 2026-11-22 10:00"]);
  expect((band?.y ?? 0) + (band?.height ?? 0)).toBe(1200);
  for (const { y } of drawn) expect(y).toBeGreaterThan(band?.y ?? 1200);
  expect(Math.max(...drawn.map(({ y }) => y))).toBeLessThan(1200);
});

test("a long description takes two rows and is cut off, small pictures included", () => {
  const { drawn, context } = aCanvas();
  watermark(["描述".repeat(200)])(context, { width: 320, height: 240 });
  expect(drawn).toHaveLength(2);
  expect(drawn[1]?.text.endsWith("…")).toBe(true);
  for (const { text } of drawn) expect(text.length * 14).toBeLessThanOrEqual(320);
});
