/** A picture of palette colours, drawn by plain shapes without blending. */
export type PhotoCanvas = {
  readonly width: number;
  readonly height: number;
  /** One palette index a pixel, row by row from the top. */
  readonly pixels: Uint8Array;
  rect(x: number, y: number, w: number, h: number, colour: number): void;
  ellipse(cx: number, cy: number, rx: number, ry: number, colour: number): void;
  /** Corners as x, y in turn. */
  polygon(corners: readonly number[], colour: number): void;
  line(x0: number, y0: number, x1: number, y1: number, thickness: number, colour: number): void;
};

export function photoCanvas(width: number, height: number): PhotoCanvas {
  const pixels = new Uint8Array(width * height);

  function span(y: number, from: number, to: number, colour: number): void {
    const row = Math.round(y);
    if (row < 0 || row >= height) return;
    const first = Math.max(0, Math.round(from));
    const last = Math.min(width, Math.round(to));
    if (last > first) pixels.fill(colour, row * width + first, row * width + last);
  }

  function polygon(corners: readonly number[], colour: number): void {
    const ys = corners.filter((_, i) => i % 2 === 1);
    const bottom = Math.ceil(Math.max(...ys));
    for (let y = Math.floor(Math.min(...ys)); y <= bottom; y++) {
      const cuts = crossingsAt(corners, y + 0.5);
      for (let i = 0; i + 1 < cuts.length; i += 2) span(y, cuts[i]!, cuts[i + 1]!, colour);
    }
  }

  return {
    width,
    height,
    pixels,
    rect(x, y, w, h, colour) {
      for (let row = 0; row < h; row++) span(y + row, x, x + w, colour);
    },
    ellipse(cx, cy, rx, ry, colour) {
      for (let y = Math.floor(cy - ry); y <= cy + ry; y++) {
        const share = 1 - ((y - cy) / ry) ** 2;
        if (share <= 0) continue;
        const half = rx * Math.sqrt(share);
        span(y, cx - half, cx + half, colour);
      }
    },
    polygon,
    line(x0, y0, x1, y1, thickness, colour) {
      const length = Math.sqrt((x1 - x0) ** 2 + (y1 - y0) ** 2) || 1;
      const nx = ((y1 - y0) / length) * (thickness / 2);
      const ny = ((x0 - x1) / length) * (thickness / 2);
      polygon([x0 + nx, y0 + ny, x1 + nx, y1 + ny, x1 - nx, y1 - ny, x0 - nx, y0 - ny], colour);
    },
  };
}

function crossingsAt(corners: readonly number[], y: number): number[] {
  const cuts: number[] = [];
  const n = corners.length / 2;
  for (let i = 0; i < n; i++) {
    const [x0, y0] = [corners[i * 2]!, corners[i * 2 + 1]!];
    const j = (i + 1) % n;
    const [x1, y1] = [corners[j * 2]!, corners[j * 2 + 1]!];
    if (y0 > y === y1 > y) continue;
    cuts.push(x0 + ((y - y0) / (y1 - y0)) * (x1 - x0));
  }
  return cuts.sort((a, b) => a - b);
}
