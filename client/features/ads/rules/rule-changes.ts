import { valueAt } from "../../../../domain/ads/rule-provenance.ts";
import type { AdPreview } from "../../../../domain/contract/ads-rules.ts";
import type { DraftRules } from "./rule-draft.ts";

/** One number, word or list of words that is otherwise; undefined: it was not there, or is no more. */
export type RuleChange = {
  readonly path: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
};

/** What differs between two sets of rules, in the order of the second; provenance apart. */
export function ruleChanges(before: DraftRules, after: DraftRules): RuleChange[] {
  const [was, is] = [leavesOf(before), leavesOf(after)];
  const paths = new Set([...is.keys(), ...was.keys()]);
  return [...paths].flatMap((path) => {
    const [from, to] = [was.get(path), is.get(path)];
    return from === to ? [] : [{ path, from, to }];
  });
}

/** Paths of all that a source can be named for. */
export function rulePaths(rules: DraftRules): string[] {
  return [...leavesOf(rules).keys()];
}

/** Sources that were given for another number than the one that stands now. */
export function stalePaths(before: DraftRules, after: DraftRules): string[] {
  return Object.keys(after.provenance ?? {}).filter((path) => {
    const [was, is] = [before.provenance?.[path], after.provenance?.[path]];
    if (was === undefined || JSON.stringify(was) !== JSON.stringify(is)) return false;
    return JSON.stringify(valueAt(before, path)) !== JSON.stringify(valueAt(after, path));
  });
}

function leavesOf(rules: DraftRules): Map<string, string> {
  const leaves = new Map<string, string>();
  const { provenance: _, ...demands } = rules;
  walk(demands, "", leaves);
  return leaves;
}

function walk(value: unknown, path: string, leaves: Map<string, string>): void {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) {
    const isById = value.some((each) => idOf(each) !== null);
    if (!isById) leaves.set(path, value.map(textOf).join("、"));
    else for (const each of value) walk(each, `${path}.${idOf(each)}`, leaves);
    return;
  }
  if (typeof value !== "object") {
    leaves.set(path, String(value));
    return;
  }
  for (const [key, each] of Object.entries(value)) {
    if (key === "id" && path !== "") continue;
    walk(each, path === "" ? key : `${path}.${key}`, leaves);
  }
}

function idOf(value: unknown): string | null {
  return typeof value === "object" && value !== null && "id" in value ? String(value.id) : null;
}

/** Words as they are; of a thing without an id what it says, in order. */
function textOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  return Object.values(value).join(" ");
}

type ChangedRoad = AdPreview["changed"][number];

/** Roads that keep their status with another shortage, and those that change it. */
export function statusChanges(
  changed: readonly ChangedRoad[],
): readonly [kept: ChangedRoad[], moved: ChangedRoad[]] {
  return [
    changed.filter(({ from, to }) => from === to),
    changed.filter(({ from, to }) => from !== to),
  ];
}
