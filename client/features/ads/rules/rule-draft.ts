import { AdRuleSet, AdRules } from "../../../../domain/ads/ad-rules.ts";
import { valueAt } from "../../../../domain/ads/rule-provenance.ts";

/** Rules without version, date and issuer: what is edited. */
export type DraftRules = AdRules;
type GroupRule = AdRules["groups"][string];

export const blankRules: DraftRules = AdRules.parse({ classes: {}, groups: {} });

/** A new group asks for nothing until it is told to. */
export const blankGroup: GroupRule = {
  perKm: 0,
  rounding: "ceil",
  minLength: 0,
  minCount: 0,
  minSpacing: 0,
  serveDist: 25,
  dualWidth: 0,
};

/** The rules of a set without what stamps it. */
export function rulesOf(set: AdRuleSet): DraftRules {
  const { version: _, issuedOn: __, source: ___, ...rules } = set;
  return rules;
}

export function withGroup(
  rules: DraftRules,
  group: string,
  change: Partial<GroupRule>,
): DraftRules {
  const before = rules.groups[group] ?? blankGroup;
  return { ...rules, groups: { ...rules.groups, [group]: { ...before, ...change } } };
}

/** Without a group: its classes are audited no more, its windows hold for the others they name. */
export function withoutGroup(rules: DraftRules, group: string): DraftRules {
  const { [group]: _, ...groups } = rules.groups;
  const classes = Object.entries(rules.classes).filter(([, each]) => each !== group);
  const windows = rules.windows?.flatMap((window) => {
    const left = window.groups?.filter((each) => each !== group);
    return left?.length === 0 ? [] : [left ? { ...window, groups: left } : window];
  });
  const absorbed = rules.absorbAuxiliary?.filter(({ from, into }) => ![from, into].includes(group));
  return sound({
    ...rules,
    groups,
    classes: Object.fromEntries(classes),
    ...(windows && { windows }),
    ...(absorbed && { absorbAuxiliary: absorbed }),
  });
}

type Entries<T> = Readonly<Record<string, T>> | null | undefined;

/** A record with one entry set, or taken away by null; null when nothing is left. */
export function withEntry<T>(
  entries: Entries<T>,
  key: string,
  value: NoInfer<T> | null,
): Record<string, T> | null {
  const { [key]: _, ...others } = entries ?? {};
  const changed = value === null ? others : { ...entries, [key]: value };
  return Object.keys(changed).length > 0 ? changed : null;
}

/** Rules whose provenance tells of nothing that is gone. */
export function sound(rules: DraftRules): DraftRules {
  const { provenance, ...rest } = rules;
  const kept = Object.entries(provenance ?? {}).filter(
    ([path]) => valueAt(rest, path) !== undefined,
  );
  return kept.length > 0 ? { ...rest, provenance: Object.fromEntries(kept) } : rest;
}

/** What a set is saved under. */
export type Stamp = Pick<AdRuleSet, "version" | "issuedOn" | "source">;

/** The draft as a set, or where it is not sound, as paths. */
export function checkedSet(
  rules: DraftRules,
  stamp: Stamp,
): { readonly set: AdRuleSet } | { readonly defects: readonly string[] } {
  const read = AdRuleSet.safeParse({ ...rules, ...stamp });
  if (read.success) return { set: read.data };
  return { defects: read.error.issues.map(({ path }) => path.join(".")) };
}

/** v3 → v4, 2026-09 → 2026-10; without a number at its end `-2` is put to it. */
export function nextVersion(version: string, taken: readonly string[]): string {
  const [, head = "", digits] = /^(.*?)(\d+)$/.exec(version) ?? [];
  const next = digits
    ? head + String(Number(digits) + 1).padStart(digits.length, "0")
    : `${version}-2`;
  return taken.includes(next) ? nextVersion(next, taken) : next;
}

/** An id that no window has yet. */
export function windowId(rules: DraftRules, lengthM: number): string {
  const taken = new Set(rules.windows?.map(({ id }) => id));
  const base = `per-${lengthM}m`;
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(id)) return id;
  }
}

/** How many demands there are beside those on roads. */
export function furtherDemands(rules: DraftRules): number {
  const { windows, places, placeThemes, placeSpacingM, themes } = rules;
  const records = [
    places,
    placeThemes,
    placeSpacingM,
    themes?.minShare,
    themes?.minCount,
    rules.hoardingMinShare,
    rules.screenMinShare,
  ];
  const counted = records.reduce((sum, record) => sum + Object.keys(record ?? {}).length, 0);
  return counted + (windows?.length ?? 0) + (rules.forms ? 1 : 0);
}

/** Kinds of places that something is asked of. */
export function placeKindsOf({ places, placeThemes, placeSpacingM }: DraftRules): string[] {
  const asked = [places, placeThemes, placeSpacingM];
  return [...new Set(asked.flatMap((each) => Object.keys(each ?? {})))];
}
