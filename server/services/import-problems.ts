import { isDeepStrictEqual } from "node:util";
import { belongsElsewhere, type Problem, type StoredProblem } from "../../domain/problem.ts";
import type { Storage } from "../storage/storage.ts";

export type ImportTotals = {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Among the added and updated: without a position, waiting in the tray. */
  readonly unplaced: number;
  /** Ids that came more than once in what was read; the last one counts. */
  readonly repeated: number;
};

type ImportContext = {
  readonly storage: Storage;
  readonly now: () => number;
  readonly actor: string;
  /** Name of the file, for the audit. */
  readonly source: string;
};

/**
 * Keeps problems from outside: new ids are added, known ids are updated where the record differs. Every batch is durable
 * before the next is read, so an interrupted import is completed by running it again. New and changed reports are left
 * pending a place; `placePending` settles that when all are in. Run it while no index is built over the storage.
 */
export async function importProblems(
  { storage, now, actor, source }: ImportContext,
  batches: AsyncIterable<readonly Problem[]>,
): Promise<ImportTotals> {
  const totals = { added: 0, updated: 0, unchanged: 0, unplaced: 0, repeated: 0 };
  for await (const batch of batches) {
    const latest = new Map(batch.map((problem) => [problem.id, problem]));
    totals.repeated += batch.length - latest.size;
    const known = new Map((await storage.problemsById([...latest.keys()])).map((p) => [p.id, p]));
    const added: Problem[] = [];
    const updated: { before: StoredProblem; after: StoredProblem }[] = [];
    for (const problem of latest.values()) {
      const before = known.get(problem.id);
      if (!before) added.push(problem);
      else if (isSame(before, problem)) totals.unchanged++;
      else updated.push({ before, after: changed(before, problem) });
    }
    if (added.length + updated.length === 0) continue;
    await storage.write(async (writer) => {
      await writer.insertProblems(
        added.map((problem) => ({
          ...problem,
          clientId: null,
          placeId: null,
          isPlacePending: problem.position !== null,
        })),
      );
      for (const { before, after } of updated) {
        await writer.updateProblem(after, belongsElsewhere(before, after));
        await writer.audit({
          at: now(),
          actor,
          action: "import-update",
          entity: "problem",
          entityId: after.id,
          before,
          after,
        });
      }
      await writer.audit({
        at: now(),
        actor,
        action: "import",
        entity: "file",
        entityId: source,
        before: null,
        after: { added: added.length, updated: updated.length },
      });
    });
    totals.added += added.length;
    totals.updated += updated.length;
    for (const { position } of added) if (!position) totals.unplaced++;
    for (const { after } of updated) if (!after.position) totals.unplaced++;
  }
  return totals;
}

/** The record as it is kept after an update: a changed place of a report is settled afresh, everything else stays. */
function changed(before: StoredProblem, problem: Problem): StoredProblem {
  const after = {
    ...problem,
    seq: before.seq,
    version: before.version + 1,
    clientId: before.clientId,
    assignedUnitId: problem.assignedUnitId ?? before.assignedUnitId,
    placeId: before.placeId,
  };
  return belongsElsewhere(before, after) ? { ...after, placeId: null } : after;
}

function isSame(stored: StoredProblem, problem: Problem): boolean {
  const { seq, version, placeId, clientId, ...kept } = stored;
  return isDeepStrictEqual(kept, {
    ...problem,
    assignedUnitId: problem.assignedUnitId ?? stored.assignedUnitId,
  });
}
