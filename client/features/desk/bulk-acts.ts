import type { CaseAct } from "../../../domain/case/case-acts.ts";
import type { CaseActsBody, CaseActsDone } from "../../../domain/contract/cases.ts";
import type { ProblemState } from "../../../domain/problem.ts";

/** 批量立案, 批量派遣, 批量不予立案, 批量结案. */
export const bulkKinds = ["accept", "dispatch", "reject", "close"] as const;
export type BulkKind = (typeof bulkKinds)[number];

/** What a person gives with an act on many; without a unit each goes to its own. */
export type BulkDraft = { readonly unitId: string; readonly reason: string; readonly note: string };
export const EMPTY_DRAFT: BulkDraft = { unitId: "", reason: "", note: "" };

/** Closing takes the short way only where some were not checked. */
export function bulkAct(kind: BulkKind, unchecked: number): CaseAct {
  if (kind !== "close") return kind;
  return unchecked > 0 ? "close-directly" : "close";
}

/** How many would be closed past the report of the work and its check. */
export function uncheckedOf(states: readonly ProblemState[]): number {
  return states.filter((state) => state !== "verified").length;
}

export function needsReason(kind: BulkKind, { unitId }: BulkDraft): boolean {
  return kind === "reject" || (kind === "dispatch" && unitId !== "");
}

/** The body without the cases: only what the act takes. */
export function bulkInput(
  kind: BulkKind,
  unchecked: number,
  draft: BulkDraft,
): Omit<Partial<CaseActsBody>, "ids"> & Pick<CaseActsBody, "act"> {
  const reason = needsReason(kind, draft) ? draft.reason.trim() : "";
  const note = kind === "reject" ? "" : draft.note.trim();
  return {
    act: bulkAct(kind, unchecked),
    ...(kind === "dispatch" && draft.unitId !== "" && { unitId: draft.unitId }),
    ...(reason !== "" && { reason }),
    ...(note !== "" && { note }),
  };
}

export type BulkResult = CaseActsDone["results"][number];

/** Results by the unit that they go to, most first; those that were refused are left out. */
export function byUnit(
  results: readonly BulkResult[],
): readonly { readonly unit: string; readonly results: readonly BulkResult[] }[] {
  const groups = Map.groupBy(
    results.filter(({ refusal }) => refusal === null),
    ({ unit }) => unit?.name ?? "",
  );
  return [...groups]
    .map(([unit, own]) => ({ unit, results: own }))
    .toSorted((a, b) => b.results.length - a.results.length || (a.unit < b.unit ? -1 : 1));
}

/** Those that were refused, by why, the commonest reason first. */
export function byRefusal(
  results: readonly BulkResult[],
): readonly { readonly message: string; readonly results: readonly BulkResult[] }[] {
  const refused = results.filter(({ refusal }) => refusal !== null);
  return [...Map.groupBy(refused, ({ message, refusal }) => message ?? refusal ?? "")]
    .map(([message, own]) => ({ message, results: own }))
    .toSorted((a, b) => b.results.length - a.results.length);
}
