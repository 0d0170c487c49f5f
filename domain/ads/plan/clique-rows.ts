/**
 * Conflicts among some columns as sets of which one may be chosen: every conflict is in one set.
 * Sets are far fewer than pairs, and bound a relaxation better.
 */
export function cliquesAmong(
  columns: readonly number[],
  conflicts: readonly (readonly number[])[],
): number[][] {
  const isIn = new Set(columns);
  const neighbours = new Map<number, Set<number>>();
  for (const c of columns) {
    neighbours.set(c, new Set(conflicts[c]!.filter((other) => isIn.has(other))));
  }
  const isCovered = new Set<number>();
  const pair = (a: number, b: number) => a * conflicts.length + b;
  const cliques: number[][] = [];
  for (const a of columns) {
    for (const b of neighbours.get(a)!) {
      if (b < a || isCovered.has(pair(a, b))) continue;
      const clique = grown([a, b], neighbours);
      for (const p of clique) for (const q of clique) if (p < q) isCovered.add(pair(p, q));
      cliques.push(clique);
    }
  }
  return cliques;
}

/** Adds every column that is in conflict with all so far, in order. */
function grown(pair: readonly [number, number], neighbours: ReadonlyMap<number, Set<number>>) {
  const clique: number[] = [...pair];
  const [a, b] = pair;
  const common = [...neighbours.get(a)!].filter((c) => neighbours.get(b)!.has(c));
  for (const c of common.sort((p, q) => p - q)) {
    if (clique.every((member) => neighbours.get(c)!.has(member))) clique.push(c);
  }
  return clique.sort((p, q) => p - q);
}
