import type { ProblemFeature } from "../../../domain/contract/problems.ts";

/** A row of the list; `hasLeft`: it is in the queue no more and stands there only as long as it is open. */
export type DeskRow = { readonly problem: ProblemFeature; readonly hasLeft: boolean };

/**
 * The rows of a queue with the one that is open: where that has left the queue it stays where it was, so that nothing moves
 * under the hand of whoever works on it.
 */
export function withHeld(
  rows: readonly ProblemFeature[],
  before: readonly DeskRow[],
  heldId: string | undefined,
): readonly DeskRow[] {
  const shown = rows.map((problem) => ({ problem, hasLeft: false }));
  if (heldId === undefined || rows.some(({ properties }) => properties.id === heldId)) return shown;
  const at = before.findIndex(({ problem }) => problem.properties.id === heldId);
  const held = before[at];
  return held ? shown.toSpliced(at, 0, { ...held, hasLeft: true }) : shown;
}
