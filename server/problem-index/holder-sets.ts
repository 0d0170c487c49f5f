import type { HeldDuties, HeldDuty } from "./held-duties.ts";

/** Set of nobody. */
const NOBODY = 0;

/** Who holds from each moment on until the next; nobody before the first. */
export type Timeline = { readonly since: readonly number[]; readonly sets: readonly number[] };

/**
 * Who answers for a spot, kind and time, as the number of a set of holders. Territories under the same duties are one
 * profile, of which a city has some dozens, so that all there is to know fits a small table.
 */
export class HolderSets {
  /** Holders by number of the set, ascending, each once. */
  readonly sets: number[][] = [[]];
  /** Profile of each territory; 0 where only the duties everywhere hold. */
  readonly profileOf: Uint32Array;
  readonly #profiles: (readonly HeldDuty[])[] = [[]];
  readonly #numbers = new Map<string, number>([["", NOBODY]]);
  readonly #everywhere: readonly HeldDuty[];

  /** O(territories with a duty of their own). */
  constructor({ everywhere, inTerritory }: HeldDuties) {
    this.#everywhere = everywhere;
    this.profileOf = new Uint32Array(inTerritory.length);
    const numberOf = profileNumbers(this.#profiles);
    for (let territory = 0; territory < inTerritory.length; territory++) {
      const here = inTerritory[territory];
      if (here) this.profileOf[territory] = numberOf(here);
    }
  }

  get profileCount(): number {
    return this.#profiles.length;
  }

  /** How the set that holds there changes with time. */
  find(profile: number, category: number): Timeline {
    const held = [...this.#everywhere, ...(this.#profiles[profile] ?? [])].filter(
      ({ categories }) => categories === null || categories[category] === 1,
    );
    const moments = held.flatMap(({ from, to }) => [from, to]);
    const since = [...new Set([Number.NEGATIVE_INFINITY, ...moments])].sort((a, b) => a - b);
    const sets = since.map((t) =>
      this.#setOf(held.filter(({ from, to }) => from <= t && t < to).map(({ holder }) => holder)),
    );
    return { since, sets };
  }

  #setOf(holders: readonly number[]): number {
    const members = [...new Set(holders)].sort((a, b) => a - b);
    const key = members.join();
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.sets.push(members) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}

/** The set at a moment. Handovers are few: the last ones are looked at first. */
export function setAt({ since, sets }: Timeline, t: number): number {
  let i = since.length - 1;
  while (i > 0 && since[i]! > t) i--;
  return sets[i]!;
}

/** Numbers lists of duties: the same duties in the same order, the same number; appends each new list to `profiles`. */
function profileNumbers(
  profiles: (readonly HeldDuty[])[],
): (duties: readonly HeldDuty[]) => number {
  const alone = new Map<HeldDuty, number>();
  const ordinals = new Map<HeldDuty, number>();
  const together = new Map<string, number>();
  const ordinalOf = (duty: HeldDuty) => {
    const known = ordinals.get(duty) ?? ordinals.size;
    ordinals.set(duty, known);
    return known;
  };
  return (duties) => {
    const [first] = duties;
    const isAlone = first !== undefined && duties.length === 1;
    const key = isAlone ? "" : duties.map(ordinalOf).join();
    const known = isAlone ? alone.get(first) : together.get(key);
    if (known !== undefined) return known;
    const number = profiles.push(duties) - 1;
    if (isAlone) alone.set(first, number);
    else together.set(key, number);
    return number;
  };
}
