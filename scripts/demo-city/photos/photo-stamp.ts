import type { PhotoCanvas } from "./photo-canvas.ts";
import { ink } from "./photo-palette.ts";

/** 演 示 图 片, 24 rows of 24 bits each. */
const GLYPHS = [
  [
    "0000000004000806000efff806fff8008008008008007ff0003fe03802000c7ff8004618",
    "004218004618067ff80642180442180c7ff80c00001818e018707011c018000000000000",
  ],
  [
    "0000000000000000000ffff00ffff00000000000000000003ffffc3ffffc001800001800",
    "0218c00618600618600c18300c183018181830181800180001f80000f000000000000000",
  ],
  [
    "0000000000001ffff81ffff810001810601810ff9811c19813c318127e18103c1810ff18",
    "17c3f8163058103e1810061811f018107e181003181000181ffff81ffff8100008000000",
  ],
  [
    "00000000040006060006060006060006060006060007fff807fff8060000060000060000",
    "06000007ffc007ffc00c00c00c00c00c00c01800c03800c03000c0000080000000000000",
  ],
].map((rows) => rows.join(""));

const SIZE = 24;

/** A dark band along the foot of the picture that says 演示图片. */
export function stampDemo(canvas: PhotoCanvas): void {
  const { width, height } = canvas;
  const band = SIZE + 8;
  canvas.rect(0, height - band, width, band, ink.stamp);
  GLYPHS.forEach((glyph, i) => {
    drawGlyph(canvas, glyph, 10 + i * (SIZE + 3), height - band + 4);
  });
}

function drawGlyph(canvas: PhotoCanvas, glyph: string, left: number, top: number): void {
  for (let y = 0; y < SIZE; y++) {
    const bits = Number.parseInt(glyph.slice(y * 6, y * 6 + 6), 16);
    for (let x = 0; x < SIZE; x++) {
      if ((bits >> (SIZE - 1 - x)) & 1) canvas.rect(left + x, top + y, 1, 1, ink.white);
    }
  }
}
