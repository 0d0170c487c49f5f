/** Joins lines that begin where another ends into longer ones, each line once; millimetres, x, y, x, y …. O(n). */
export function chainLines(lines: readonly (readonly number[])[]): number[][] {
  const at = new Map<string, Set<number>>();
  lines.forEach((line, i) => {
    for (const key of endKeys(line)) at.set(key, (at.get(key) ?? new Set()).add(i));
  });
  const used = new Set<number>();
  const chains: number[][] = [];
  lines.forEach((line, i) => {
    if (used.has(i)) return;
    used.add(i);
    const forward = extended(line, lines, at, used);
    chains.push(reversed(extended(reversed(forward), lines, at, used)));
  });
  return chains;
}

/** The line with others joined to its end for as long as one is free. */
function extended(
  line: readonly number[],
  lines: readonly (readonly number[])[],
  at: ReadonlyMap<string, ReadonlySet<number>>,
  used: Set<number>,
): number[] {
  const chain = [...line];
  for (;;) {
    const end = keyAt(chain, chain.length - 2);
    const next = [...(at.get(end) ?? [])].find((i) => !used.has(i));
    const found = next === undefined ? undefined : lines[next];
    if (next === undefined || !found) return chain;
    used.add(next);
    chain.push(...(keyAt(found, 0) === end ? found : reversed(found)).slice(2));
  }
}

function endKeys(line: readonly number[]): [string, string] {
  return [keyAt(line, 0), keyAt(line, line.length - 2)];
}

function keyAt(line: readonly number[], i: number): string {
  return `${Math.round((line[i] ?? 0) * 50)} ${Math.round((line[i + 1] ?? 0) * 50)}`;
}

function reversed(line: readonly number[]): number[] {
  const back: number[] = [];
  for (let i = line.length - 2; i >= 0; i -= 2) back.push(line[i] ?? 0, line[i + 1] ?? 0);
  return back;
}
