/** What a new zone may be called until somebody says otherwise. */
export type Named = { readonly id: string; readonly name: string };

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Z0101 → Z0101A, Z0101B …, ids in use left out, the letter after the name too. */
export function suggestNames(of: Named, count: number, taken: ReadonlySet<string>): Named[] {
  const found: Named[] = [];
  for (let i = 0; found.length < count; i++) {
    const suffix = suffixOf(i);
    const id = `${of.id}${suffix}`;
    if (!taken.has(id)) found.push({ id, name: `${of.name}${suffix}` });
  }
  return found;
}

/** The next number after the children's own: Z01 with Z0101 … Z0105 → Z0106. */
export function suggestChildName(
  parentId: string,
  name: string,
  taken: ReadonlySet<string>,
): Named {
  for (let i = 1; ; i++) {
    const id = `${parentId}${String(i).padStart(2, "0")}`;
    if (!taken.has(id)) return { id, name };
  }
}

/** A … Z, AA, AB … */
function suffixOf(i: number): string {
  const last = LETTERS[i % LETTERS.length] ?? "";
  return i < LETTERS.length ? last : `${suffixOf(Math.floor(i / LETTERS.length) - 1)}${last}`;
}
