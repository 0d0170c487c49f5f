/** Figures, those of full width included: people type both. */
const D = "[0-9０-９]";
const GAP = "[-—–. 　]?";
/** Not in the middle of a longer number, nor behind a decimal point. */
const ALONE = `(?<!${D})(?<!${D}\\.)`;
const END = `(?!${D})`;
const DAY = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])";

/** A number of an identity card, 18 figures or the 15 of old ones: day of birth inside. */
const IDENTITY = new RegExp(
  `${ALONE}([1-9][0-9]{2})([0-9]{3}(?:(?:18|19|20)[0-9]{2}${DAY}[0-9]{2}|[0-9]{2}${DAY}[0-9]))([0-9][0-9Xx])(?![0-9])`,
  "g",
);
const MOBILE = new RegExp(
  `${ALONE}((?:[+＋]?86${GAP})?)([1１][3-9３-９]${D})(${GAP})${D}{4}(${GAP})(${D}{4})${END}`,
  "g",
);
const LANDLINE = new RegExp(
  `${ALONE}([(（]?[0０](?:[12１２]${D}|[3-9３-９]${D}{2})[)）]?${GAP})${D}{4,5}(${D}{3})${END}`,
  "g",
);

/** A text with the middle of telephone and identity numbers hidden: 138****1234, 0712-****567, 420*************34. */
export function maskPersonalData(text: string): string {
  return text
    .replace(IDENTITY, (_, head: string, middle: string, tail: string) =>
      [head, "*".repeat(middle.length), tail].join(""),
    )
    .replace(MOBILE, "$1$2$3****$4$5")
    .replace(LANDLINE, "$1****$2");
}

/** The same for every text inside a value, names of fields aside. */
export function maskedWithin(value: unknown): unknown {
  if (typeof value === "string") return maskPersonalData(value);
  if (Array.isArray(value)) return value.map(maskedWithin);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, maskedWithin(inner)]),
  );
}
