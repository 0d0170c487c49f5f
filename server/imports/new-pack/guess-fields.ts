import type { FieldValue, ForeignRecord } from "../../../domain/imports/foreign-record.ts";

/** How a property is filled over all records. */
type Profile = {
  readonly name: string;
  /** Shares of all records, 0–1. */
  readonly filled: number;
  readonly distinct: number;
  readonly isText: boolean;
};

const NAME_KEYS: readonly RegExp[] = [
  /^(?:name|名称|片区名称|社区名称|网格名称|路名)$/i,
  /^name[_:](?:zh|cn)|名称?$/i,
  /name/i,
];
const ID_KEYS: readonly RegExp[] = [
  /^(?:id|编号|编码|代码)$/i,
  /(?:code|编码|代码|编号)$/i,
  /(?:_|^|@|[a-z])id$/i,
];

/**
 * The text property that names things best: called so, filled mostly, differing most; no id. Null
 * when there is none.
 */
export function guessNameField(records: readonly ForeignRecord[]): string | null {
  const texts = profiles(records).filter(
    ({ name, isText, filled }) =>
      isText && filled >= 0.5 && (keyScore(name, NAME_KEYS) > 0 || keyScore(name, ID_KEYS) === 0),
  );
  return best(texts, (profile) => keyScore(profile.name, NAME_KEYS) + profile.distinct * 2);
}

/**
 * A property that is there everywhere, never twice the same, and called like an id. Null when none
 * is.
 */
export function guessIdField(records: readonly ForeignRecord[]): string | null {
  const unique = profiles(records).filter(
    ({ name, distinct }) => distinct === 1 && keyScore(name, ID_KEYS) > 0,
  );
  return best(unique, ({ name }) => keyScore(name, ID_KEYS));
}

/** 0 for a name that no pattern fits, else more for the earlier patterns. */
function keyScore(name: string, patterns: readonly RegExp[]): number {
  const place = patterns.findIndex((pattern) => pattern.test(name));
  return place < 0 ? 0 : patterns.length - place;
}

/** The highest positive score; the earliest among equals. */
function best(list: readonly Profile[], score: (profile: Profile) => number): string | null {
  let winner: string | null = null;
  let winning = 0;
  for (const profile of list) {
    const points = score(profile);
    if (points > winning) [winner, winning] = [profile.name, points];
  }
  return winner;
}

function profiles(records: readonly ForeignRecord[]): Profile[] {
  const valuesOf = new Map<string, { values: Set<FieldValue>; count: number; isText: boolean }>();
  for (const { fields } of records) {
    for (const [name, value] of Object.entries(fields)) {
      if (value === null || value === "") continue;
      const seen = valuesOf.get(name) ?? { values: new Set(), count: 0, isText: true };
      seen.values.add(value);
      seen.count++;
      if (typeof value !== "string" || /^\d{4}-\d\d-\d\dT/.test(value)) seen.isText = false;
      valuesOf.set(name, seen);
    }
  }
  return [...valuesOf].map(([name, { values, count, isText }]) => ({
    name,
    filled: count / records.length,
    distinct: values.size / records.length,
    isText,
  }));
}
