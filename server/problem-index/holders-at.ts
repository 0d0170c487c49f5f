import type { HeldDuties, HeldDuty } from "./held-duties.ts";

/** Numbers of those who answer, each once. Scratch: read it before the next. */
export type HoldersAt = (territory: number, category: number, t: number) => readonly number[];

export function holdersAt({ everywhere, inTerritory }: HeldDuties): HoldersAt {
  const found: number[] = [];
  function collect(duties: readonly HeldDuty[], category: number, t: number): void {
    for (const { holder, categories, from, to } of duties) {
      if (t < from || t >= to || (categories !== null && categories[category] !== 1)) continue;
      if (!found.includes(holder)) found.push(holder);
    }
  }
  return (territory, category, t) => {
    found.length = 0;
    const here = inTerritory[territory];
    if (here) collect(here, category, t);
    collect(everywhere, category, t);
    return found;
  };
}
