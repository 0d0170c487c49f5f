import type { ProblemIndex } from "../problem-index/problem-index.ts";

/** What a pass in slices makes; others have their turn between two. From the beginning again where rows were folded or zones or duties changed meanwhile. */
export async function inSlices<T>(
  problems: ProblemIndex,
  begin: () => Generator<void, T>,
): Promise<T> {
  for (;;) {
    const [{ columns, territories }, { duties }] = [problems, problems.tables.registry];
    const isAsBefore = () =>
      problems.columns === columns &&
      problems.territories === territories &&
      problems.tables.registry.duties === duties;
    const slices = begin();
    do {
      const slice = slices.next();
      if (slice.done) return slice.value;
      await new Promise((resolve) => setImmediate(resolve));
    } while (isAsBefore());
  }
}
