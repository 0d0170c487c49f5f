import { noFilter, type ProblemFilter } from "../../domain/problem-filter.ts";
import type { BenchRandom } from "./bench-random.ts";
import type { LoadedCity } from "./loaded-city.ts";

export const keptShares = [1, 0.25, 0.05, 0.01, 0.001] as const;

/** A filter by dates that keeps about this share of the reports, from a random day on. */
export function filterKeeping(share: number, city: LoadedCity, random: BenchRandom): ProblemFilter {
  if (share === 1) return noFilter;
  const span = city.now - city.first;
  const from = city.first + random() * (1 - share) * span;
  return { ...noFilter, from: Math.round(from), to: Math.round(from + share * span) };
}

/** Filters of every kind and mixture that the workbench makes. */
export function anyFilter(city: LoadedCity, random: BenchRandom): ProblemFilter {
  const { pack, problems } = city;
  const maybe = <T>(chance: number, make: () => T): T | null => (random() < chance ? make() : null);
  const pick = <T>(items: readonly T[]): T[] => {
    const item = items[Math.floor(random() * items.length)];
    return item === undefined ? [] : [item];
  };
  const span = city.now - city.first;
  const day = () => Math.round(city.first + random() * span);
  const persons = pack.duties.flatMap(({ person }) => person ?? []);
  return {
    ...noFilter,
    categories: maybe(0.5, () => pick(problems.tables.tree.list).map(({ code }) => code)),
    sources: maybe(0.3, () => pick(problems.tables.sources)),
    statuses: maybe(0.3, () => pick(["open", "overdue", "closed"] as const)),
    zones: maybe(0.25, () => pick(pack.zones).map(({ id }) => id)),
    persons: maybe(0.15, () => pick(persons)),
    units: maybe(0.1, () => pick(pack.units).map(({ id }) => id)),
    from: maybe(0.3, day),
    asOf: maybe(0.2, day),
  };
}
