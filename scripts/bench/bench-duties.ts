import type { Duty } from "../../domain/duty.ts";
import { DutyId } from "../../domain/ids.ts";
import { DAY_MS } from "../../domain/time.ts";
import { benchRandom } from "./bench-random.ts";
import type { LoadedCity } from "./loaded-city.ts";
import { quantile, rounded, timed } from "./quantiles.ts";

export type DutyFigures = {
  /** Everyone who answers for a spot, microseconds. */
  readonly p50Us: number;
  readonly p99Us: number;
  /** Held now, ended and to come. */
  readonly duties: number;
};

const SPOTS = 5000;
/** A register that was kept for years holds so many. */
const FEWEST_DUTIES = 100_000;
const TERM_MS = 180 * DAY_MS;

export function benchDuties({ problems, sample, now }: LoadedCity, seed: number): DutyFigures {
  const random = benchRandom(seed);
  const { registry } = problems.tables;
  const duties = registry.duties;
  const kept = withHistory(duties, FEWEST_DUTIES);
  registry.setDuties(kept);
  const ask = () => {
    const { position, category } = sample[Math.floor(random() * sample.length)] ?? {};
    if (position) registry.answerableAt(position[0], position[1], category ?? null, now);
  };
  for (let i = 0; i < 500; i++) ask();
  const times = Array.from({ length: SPOTS }, () => 1000 * timed(ask));
  registry.setDuties(duties);
  return {
    p50Us: rounded(quantile(times, 0.5)),
    p99Us: rounded(quantile(times, 0.99)),
    duties: kept.length,
  };
}

/** The duties with those who held them before, term by term, until there are enough. */
function withHistory(duties: readonly Duty[], fewest: number): readonly Duty[] {
  const all = [...duties];
  for (let term = 1; all.length < fewest && duties.length > 0; term++) {
    for (const duty of duties) {
      const to = duty.from - (term - 1) * TERM_MS;
      const id = DutyId.parse(`${duty.id}-${term}`);
      all.push({ ...duty, id, person: `${duty.person ?? ""}${term}`, from: to - TERM_MS, to });
    }
  }
  return all;
}
