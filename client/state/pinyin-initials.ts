/** Characters in use that no other one in use comes before, by letter; I, U and V begin no syllable. */
const LETTERS = "abcdefghjklmnopqrstwxyz";
const FIRSTS = "阿八擦搭鹅发嘎哈击喀垃妈拿噢趴七然撒他挖夕压匝";

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
