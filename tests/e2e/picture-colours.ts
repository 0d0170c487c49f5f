import sharp from "sharp";

/** How many different colours a picture has, and the share of the commonest. */
export async function colours(png: Buffer): Promise<{ count: number; commonest: number }> {
  const seen = new Map<number, number>();
  let all = 0;
  for (const [r, g, b] of await pixelsOf(png)) {
    const colour = (r << 16) | (g << 8) | b;
    seen.set(colour, (seen.get(colour) ?? 0) + 1);
    all++;
  }
  return { count: seen.size, commonest: Math.max(...seen.values()) / all };
}

/** The share of a picture of the night that is as warm as heat is; ground, water and zones are cold. */
export async function warmShare(png: Buffer): Promise<number> {
  let warm = 0;
  let all = 0;
  for (const [r, g] of await pixelsOf(png)) {
    if (r > g + 20) warm++;
    all++;
  }
  return warm / all;
}

async function pixelsOf(png: Buffer): Promise<Iterable<readonly [number, number, number]>> {
  const data = await sharp(png).removeAlpha().raw().toBuffer();
  return (function* () {
    for (let i = 0; i < data.length; i += 3)
      yield [data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0] as const;
  })();
}
