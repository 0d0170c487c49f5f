/** The first character of each letter in the order of pinyin; I, U and V begin no syllable. */
const LETTERS = "abcdefghjklmnopqrstwxyz";
const FIRSTS = "阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀";

const collator = new Intl.Collator("zh-CN-u-co-pinyin");

/** bllj of 暴露垃圾: the browser's own order of characters says the letter; of several readings it knows one. */
export function pinyinInitials(text: string): string {
  return [...text].map(initialOf).join("");
}

function initialOf(character: string): string {
  if (!/\p{Script=Han}/u.test(character)) return character.toLowerCase();
  let letter = "";
  for (let i = 0; i < LETTERS.length; i++) {
    if (collator.compare(FIRSTS[i] ?? "", character) > 0) break;
    letter = LETTERS[i] ?? "";
  }
  return letter;
}
