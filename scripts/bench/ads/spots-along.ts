import type { AdInstance } from "../../../domain/ads/ad-instance.ts";
import type { RoadNetwork } from "../../../domain/ads/roads/road-units.ts";
import { benchRandom } from "../bench-random.ts";

const MOST_OFF_M = 15;

/** So many standing ads beside edges of any road. */
export function spotsAlong(
  { segments }: RoadNetwork,
  count: number,
  seed: number,
): AdInstance["ads"] {
  const random = benchRandom(seed);
  return Array.from({ length: count }, (_, i) => {
    const xy = segments[Math.floor(random() * segments.length)]?.xy ?? new Float64Array(4);
    const edge = 2 * Math.floor((random() * (xy.length - 2)) / 2);
    const [ax = 0, ay = 0, bx = 0, by = 0] = xy.subarray(edge, edge + 4);
    const [share, off] = [random(), (random() - 0.5) * 2 * MOST_OFF_M];
    const length = Math.hypot(bx - ax, by - ay) || 1;
    const x = ax + share * (bx - ax) - (off * (by - ay)) / length;
    const y = ay + share * (by - ay) + (off * (bx - ax)) / length;
    return { id: `a${i + 1}`, x, y, state: "ok" as const };
  });
}
