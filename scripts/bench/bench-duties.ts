import { benchRandom } from "./bench-random.ts";
import type { LoadedCity } from "./loaded-city.ts";
import { quantile, rounded, timed } from "./quantiles.ts";

export type DutyFigures = {
  /** Everyone who answers for a spot, microseconds. */
  readonly p50Us: number;
  readonly p99Us: number;
  readonly duties: number;
};

const SPOTS = 5000;

export function benchDuties({ problems, sample, now }: LoadedCity, seed: number): DutyFigures {
  const random = benchRandom(seed);
  const { registry } = problems.tables;
  const ask = () => {
    const { position, category } = sample[Math.floor(random() * sample.length)] ?? {};
    if (position) registry.answerableAt(position[0], position[1], category ?? null, now);
  };
  for (let i = 0; i < 500; i++) ask();
  const times = Array.from({ length: SPOTS }, () => 1000 * timed(ask));
  return {
    p50Us: rounded(quantile(times, 0.5)),
    p99Us: rounded(quantile(times, 0.99)),
    duties: registry.duties.length,
  };
}
