/** Up to `count` of the candidates that a person may have meant: fewest edits first, ties in given order. */
export function nearestNames(
  wanted: string,
  candidates: readonly string[],
  count = 3,
): readonly string[] {
  const cut = wanted.slice(0, 60);
  return candidates
    .map((name, order) => ({ name, order, edits: editDistance(cut, name) }))
    .filter(({ edits, name }) => edits < Math.max(cut.length, name.length))
    .sort((a, b) => a.edits - b.edits || a.order - b.order)
    .slice(0, count)
    .map(({ name }) => name);
}

/** Levenshtein distance over code units, O(length²). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
