import type { DutyRole } from "../../domain/duty.ts";
import { categoriesOf } from "./open-where-held.ts";
import type { ProblemIndex } from "./problem-index.ts";

type Holding = {
  readonly person: number;
  readonly categories: Uint8Array | null;
  readonly from: number;
  readonly to: number;
};

/** Who of a role answers where and when, by territory, to be asked once a report. */
export class RoleHolders {
  readonly people: readonly string[];
  readonly #inTerritory: (Holding[] | undefined)[];
  readonly #everywhere: Holding[] = [];
  readonly #found: number[] = [];

  /** Of these people, their duties in the role at any time. */
  constructor(index: ProblemIndex, role: DutyRole, people: readonly string[]) {
    this.people = people;
    this.#inTerritory = new Array(index.territories.list.length);
    const numbers = new Map(people.map((person, number) => [person, number]));
    for (const duty of index.tables.registry.duties) {
      const person = numbers.get(duty.person ?? "");
      if (duty.role !== role || person === undefined) continue;
      const categories = categoriesOf(index, duty);
      for (const { grounds, from, to } of index.tables.registry.holdingsOf(duty)) {
        const territories = index.territories.onAll(grounds);
        const holding = { person, categories, from, to };
        if (territories === null) this.#everywhere.push(holding);
        else this.#add(territories, holding);
      }
    }
  }

  /** Numbers of those who answer at `t`, each once. Scratch: read it before the next. */
  at(territory: number, category: number, t: number): readonly number[] {
    this.#found.length = 0;
    this.#collect(this.#inTerritory[territory], category, t);
    this.#collect(this.#everywhere, category, t);
    return this.#found;
  }

  #collect(holdings: readonly Holding[] | undefined, category: number, t: number): void {
    for (const { person, categories, from, to } of holdings ?? []) {
      if (t < from || t >= to || (categories !== null && categories[category] !== 1)) continue;
      if (!this.#found.includes(person)) this.#found.push(person);
    }
  }

  #add(territories: readonly number[], holding: Holding): void {
    for (const number of territories) {
      const here = this.#inTerritory[number];
      if (here) here.push(holding);
      else this.#inTerritory[number] = [holding];
    }
  }
}
