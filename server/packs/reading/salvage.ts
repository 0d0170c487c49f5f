import type { z } from "zod";
import { outline } from "../../../domain/text/printable.ts";
import { expectationOf } from "./expectation.ts";
import { isObject } from "./feature-file.ts";

/** Something a schema did not like about a record, and what became of it. */
export type Flaw = {
  readonly path: readonly PropertyKey[];
  /** `unknown`: a member that a strict schema does not know. */
  readonly kind: "bad" | "missing" | "unknown";
  /** In short; undefined when missing. */
  readonly value: string | undefined;
  readonly expected: string;
  /** Whether the record cannot be used because of it. */
  readonly isFatal: boolean;
};

export type Salvaged<T> = { readonly value: T | null; readonly flaws: readonly Flaw[] };

const ROUNDS_MAX = 50;

/**
 * Parses a record; members that do not fit are taken out one by one until it parses, so that a
 * wrong optional member costs only itself. `fallbacks` replace top members that are required and
 * wrong. The input is left as it is; a record without flaws is parsed once.
 */
export function salvage<S extends z.ZodType>(
  schema: S,
  input: unknown,
  fallbacks: Members = {},
): Salvaged<z.infer<S>> {
  const first = schema.safeParse(input);
  if (first.success) return { value: first.data, flaws: [] };
  if (!isObject(input)) {
    return { value: null, flaws: [flawAt([], input, "bad", "object", true)] };
  }
  const flaws = new Map<string, Flaw>();
  let draft = input;
  let { issues } = first.error;
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const mended = mend(draft, issues, flaws, fallbacks);
    if (mended === draft) break;
    draft = mended;
    const again = schema.safeParse(draft);
    if (again.success) return { value: again.data, flaws: [...flaws.values()] };
    issues = again.error.issues;
  }
  const fatal = new Set(issues.map(({ path }) => keyOf(mendPath(path))));
  const final = [...flaws].map(([key, flaw]) => ({ ...flaw, isFatal: fatal.has(key) }));
  return { value: null, flaws: final };
}

type Members = Readonly<Record<string, unknown>>;

/** Without what the issues point at; the very draft when there was nothing left to take out. */
function mend(
  draft: Members,
  issues: readonly z.core.$ZodIssue[],
  flaws: Map<string, Flaw>,
  fallbacks: Members,
): Members {
  let mended = draft;
  for (const issue of issues) {
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) {
        const path = [...issue.path, key];
        note(flaws, flawAt(path, memberAt(draft, path), "unknown", "", false));
        mended = without(mended, path);
      }
      continue;
    }
    const path = mendPath(issue.path);
    const value = memberAt(draft, path);
    const [top = ""] = path;
    const isMissing = value === undefined;
    note(flaws, flawAt(path, value, isMissing ? "missing" : "bad", expectationOf(issue), false));
    if (!isMissing) {
      mended = without(mended, path);
    } else if (path.length === 1 && typeof top === "string" && Object.hasOwn(fallbacks, top)) {
      mended = { ...mended, [top]: fallbacks[top] };
    }
  }
  return mended;
}

/** The first thing said about a member stays. */
function note(flaws: Map<string, Flaw>, flaw: Flaw): void {
  const key = keyOf(flaw.path);
  if (!flaws.has(key)) flaws.set(key, flaw);
}

function flawAt(
  path: readonly PropertyKey[],
  value: unknown,
  kind: Flaw["kind"],
  expected: string,
  isFatal: boolean,
): Flaw {
  return { path, kind, value: value === undefined ? undefined : outline(value), expected, isFatal };
}

/** A list of numbers is taken out whole: without one of its members it means something else. */
function mendPath(path: readonly PropertyKey[]): readonly PropertyKey[] {
  const index = path.findIndex((key) => typeof key === "number");
  return index < 0 ? path : path.slice(0, index);
}

function keyOf(path: readonly PropertyKey[]): string {
  return path.map(String).join(".");
}

export function memberAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let member = value;
  for (const key of path) {
    if (!isObject(member) || typeof key !== "string" || !Object.hasOwn(member, key)) {
      return undefined;
    }
    member = member[key];
  }
  return member;
}

/** A copy without one member; only what holds it is copied. */
function without(members: Members, [key, ...rest]: readonly PropertyKey[]): Members {
  if (typeof key !== "string") return members;
  if (rest.length === 0) {
    const { [key]: _, ...others } = members;
    return others;
  }
  const inner = members[key];
  return isObject(inner) ? { ...members, [key]: without(inner, rest) } : members;
}
