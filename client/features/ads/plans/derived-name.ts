const MOST_CHARACTERS = 60;

/** 最少费用 → 最少费用 改, 最少费用 改 2 …: what no scenario is called yet. `word` tells that it was edited. */
export function derivedName(name: string, word: string, taken: readonly string[]): string {
  const original = name.replace(new RegExp(` ${word}( \\d+)?$`), "");
  for (let n = 1; ; n++) {
    const ending = n === 1 ? ` ${word}` : ` ${word} ${n}`;
    const next = original.slice(0, MOST_CHARACTERS - ending.length) + ending;
    if (!taken.includes(next)) return next;
  }
}
