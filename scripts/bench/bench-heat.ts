import { noFilter } from "../../domain/problem-filter.ts";
import { type TileId, WORLD_SIZE, worldX, worldY } from "../../domain/spatial/web-mercator.ts";
import { heatPainter } from "../../server/heat/heat-painter.ts";
import { areaOfTile } from "../../server/heat/tile-area.ts";
import { recurrencePoints } from "../../server/heat/weighted-points.ts";
import { anyFilter } from "./bench-filters.ts";
import { type BenchRandom, benchRandom } from "./bench-random.ts";
import type { LoadedCity } from "./loaded-city.ts";
import { quantile, rounded } from "./quantiles.ts";

export type HeatFigures = {
  /** From the question to the PNG, painted in a thread of its own. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Of that, on the event loop: points gathered and handed over. */
  readonly loopP50Ms: number;
  readonly loopP99Ms: number;
};

const TILES = 200;
const WARM_UP = 20;
const RAMP = {
  breaks: [4, 8, 16, 32, 64, 128],
  colours: Array.from({ length: 6 }, (_, band) => [40 * band, 0, 0] as [number, number, number]),
  alpha: [0.5, 0.6, 0.7, 0.8, 0.9, 1],
  edgeBlend: 0.14,
};

/** Heat tiles of zoom 10 to 17 around problems, under any filter. */
export async function benchHeat(city: LoadedCity, seed: number): Promise<HeatFigures> {
  const random = benchRandom(seed);
  const painter = heatPainter();
  const { plane } = city.problems.tables;
  const { kernelM: bandwidthM } = city.recurrence.settings;
  const [whole, loop]: [number[], number[]] = [[], []];
  for (let i = 0; i < TILES + WARM_UP; i++) {
    const tile = someTile(city, random);
    const filter = random() < 0.3 ? noFilter : anyFilter(city, random);
    const begin = performance.now();
    const area = areaOfTile(tile, bandwidthM, plane);
    const points = recurrencePoints(city.recurrence, city.problems.compile(filter, city.now), area);
    const job = { tile, origin: plane.origin, points, bandwidthM, ramp: RAMP };
    const painted = painter.paint(job);
    const handedOver = performance.now();
    await painted;
    if (i < WARM_UP) continue;
    loop.push(handedOver - begin);
    whole.push(performance.now() - begin);
  }
  await painter.close();
  return {
    p50Ms: rounded(quantile(whole, 0.5)),
    p99Ms: rounded(quantile(whole, 0.99)),
    loopP50Ms: rounded(quantile(loop, 0.5)),
    loopP99Ms: rounded(quantile(loop, 0.99)),
  };
}

function someTile({ sample }: LoadedCity, random: BenchRandom): TileId {
  const [lng, lat] = sample[Math.floor(random() * sample.length)]?.position ?? [114.3, 30.6];
  const z = 10 + Math.floor(random() * 8);
  const size = WORLD_SIZE / 2 ** z;
  return { z, x: Math.floor(worldX(lng) / size), y: Math.floor(worldY(lat) / size) };
}
