import type { CityPack } from "../../domain/city-pack.ts";
import { type DutyRole, unitInRole } from "../../domain/duty.ts";
import { defaultSources, problemStates, problemStatuses } from "../../domain/problem.ts";
import { noFilter, type ProblemFilter } from "../../domain/problem-filter.ts";
import { DAY_MS } from "../../domain/time.ts";
import { at, T0, testCategories } from "./city-builder.ts";
import type { Random } from "./random.ts";

/** A filter with each part set or not by chance. */
export function randomFilter(random: Random, pack: CityPack): ProblemFilter {
  const maybe = <T>(share: number, make: () => T): T | null => (random() < share ? make() : null);
  const some = <T>(items: readonly T[]): T[] => [random.pick(items), random.pick(items)];
  const persons = pack.duties.flatMap(({ person }) => person ?? []);
  const unitsIn = (role: DutyRole) => pack.duties.flatMap((duty) => unitInRole(duty, role) ?? []);
  const day = () => T0 + Math.floor(random() * 380) * DAY_MS;
  const [a, b] = [day(), day()];
  const corner = () => at(random() * 44 - 2, random() * 44 - 2);
  const [p, q] = [corner(), corner()];
  return {
    ...noFilter,
    categories: maybe(0.4, () => some(testCategories).map(({ code }) => code)),
    sources: maybe(0.3, () => some(defaultSources).map(({ code }) => code)),
    statuses: maybe(0.4, () => some(problemStatuses)),
    zones: maybe(0.3, () => some(pack.zones).map(({ id }) => id)),
    persons: maybe(0.2, () => some(persons)),
    units: maybe(0.15, () => some(pack.units).map(({ id }) => id)),
    lines: maybe(0.2, () => some([...unitsIn("sub-headquarters"), "none"])),
    blocks: maybe(0.2, () => some([...unitsIn("implementing-unit"), "none"])),
    states: maybe(0.2, () => some(problemStates)),
    assignees: maybe(0.1, () => some(pack.units).map(({ id }) => id)),
    dueWithinHours: maybe(0.1, () => 1 + random.below(300)),
    from: maybe(0.3, () => Math.min(a, b)),
    to: maybe(0.3, () => Math.max(a, b)),
    asOf: maybe(0.4, day),
    bbox: maybe(0.3, () => [
      Math.min(p[0], q[0]),
      Math.min(p[1], q[1]),
      Math.max(p[0], q[0]),
      Math.max(p[1], q[1]),
    ]),
  };
}
