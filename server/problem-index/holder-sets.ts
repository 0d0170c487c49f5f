import type { HeldDuties, HeldDuty } from "./held-duties.ts";

/** Set of nobody. */
export const NOBODY = 0;
const UNKNOWN = -1;
/** Known values from here down stand for what changes with time. */
const FIRST_TIMELINE = -2;

/** Who holds from each moment on until the next; nobody before the first. */
type Timeline = { readonly since: readonly number[]; readonly sets: readonly number[] };

/**
 * Who answers for a spot, kind and time, as the number of a set of holders. Territories under the same duties are one
 * profile, and what is found for a profile and a category is kept, so that a report costs two look-ups; where nobody
 * takes over from anybody in between, time is not even looked at.
 */
export class HolderSets {
  /** Holders by number of the set, ascending, each once. */
  readonly sets: number[][] = [[]];
  readonly #numbers = new Map<string, number>([["", NOBODY]]);
  readonly #everywhere: readonly HeldDuty[];
  readonly #profiles: (readonly HeldDuty[])[] = [];
  readonly #profileOf: Uint32Array;
  readonly #known: Int32Array;
  readonly #timelines: Timeline[] = [];
  readonly #categoryCount: number;
  readonly #from: number;
  readonly #to: number;

  /** @param span The times asked about lie in [from, to]. */
  constructor(
    { everywhere, inTerritory }: HeldDuties,
    categoryCount: number,
    span: { readonly from: number; readonly to: number },
  ) {
    this.#everywhere = everywhere;
    this.#categoryCount = categoryCount;
    this.#from = span.from;
    this.#to = span.to;
    const profileOf = profileNumbers(this.#profiles);
    this.#profileOf = Uint32Array.from(inTerritory, (here) => profileOf(here ?? []));
    this.#known = new Int32Array(this.#profiles.length * categoryCount).fill(UNKNOWN);
  }

  at(territory: number, category: number, t: number): number {
    const at = this.#profileOf[territory]! * this.#categoryCount + category;
    let known = this.#known[at]!;
    if (known === UNKNOWN) {
      known = this.#find(this.#profileOf[territory]!, category);
      this.#known[at] = known;
    }
    return known >= 0 ? known : setAt(this.#timelines[FIRST_TIMELINE - known]!, t);
  }

  #find(profile: number, category: number): number {
    const held = [...this.#everywhere, ...this.#profiles[profile]!].filter(
      ({ categories, from, to }) =>
        from <= this.#to && to > this.#from && (categories === null || categories[category] === 1),
    );
    const moments = held.flatMap(({ from, to }) => [from, to]);
    const since = [this.#from, ...moments]
      .filter((t, i, all) => t >= this.#from && t <= this.#to && all.indexOf(t) === i)
      .sort((a, b) => a - b);
    const sets = since.map((t) =>
      this.#setOf(held.filter(({ from, to }) => from <= t && t < to).map(({ holder }) => holder)),
    );
    const [only = NOBODY] = sets;
    if (sets.every((set) => set === only)) return only;
    return FIRST_TIMELINE - (this.#timelines.push({ since, sets }) - 1);
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

function setAt({ since, sets }: Timeline, t: number): number {
  let i = since.length - 1;
  while (i > 0 && since[i]! > t) i--;
  return sets[i]!;
}

/** Numbers lists of duties: the same duties in the same order, the same number; appends each new list to `profiles`. */
function profileNumbers(
  profiles: (readonly HeldDuty[])[],
): (duties: readonly HeldDuty[]) => number {
  const ordinals = new Map<HeldDuty, number>();
  const numbers = new Map<string, number>();
  const ordinalOf = (duty: HeldDuty) => {
    const known = ordinals.get(duty) ?? ordinals.size;
    ordinals.set(duty, known);
    return known;
  };
  return (duties) => {
    const key = duties.map(ordinalOf).join();
    const known = numbers.get(key) ?? profiles.push(duties) - 1;
    numbers.set(key, known);
    return known;
  };
}
