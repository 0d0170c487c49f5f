import { isDeepStrictEqual } from "node:util";
import type { ProblemId } from "../../domain/ids.ts";
import { maskPersonalData } from "../../domain/personal-data.ts";
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
  /** The storage's own where others may write meanwhile; absent: the caller is alone with it. */
  readonly exclusive?: Storage["exclusive"];
};

type Updated = { readonly before: StoredProblem; readonly after: StoredProblem };

/**
 * Keeps problems from outside: new ids are added, known ids are updated where the record differs. Every batch is durable
 * before the next is read, so an interrupted import is completed by running it again. New and changed reports are left
 * pending a place; `placePending` settles that when all are in.
 */
export async function importProblems(
  context: ImportContext,
  batches: AsyncIterable<readonly Problem[]>,
): Promise<ImportTotals> {
  const { exclusive = (work) => work() } = context;
  const totals = { added: 0, updated: 0, unchanged: 0, unplaced: 0, repeated: 0 };
  for await (const batch of batches) {
    const latest = new Map(batch.map((problem) => [problem.id, problem]));
    const { added, updated } = await exclusive(() => keepBatch(context, latest));
    totals.repeated += batch.length - latest.size;
    totals.unchanged += latest.size - added.length - updated.length;
    totals.added += added.length;
    totals.updated += updated.length;
    for (const { position } of added) if (!position) totals.unplaced++;
    for (const { after } of updated) if (!after.position) totals.unplaced++;
  }
  return totals;
}

async function keepBatch(
  context: ImportContext,
  latest: ReadonlyMap<ProblemId, Problem>,
): Promise<{ added: readonly Problem[]; updated: readonly Updated[] }> {
  const { storage, now, actor, source } = context;
  const known = new Map((await storage.problemsById([...latest.keys()])).map((p) => [p.id, p]));
  const added: Problem[] = [];
  const updated: Updated[] = [];
  for (const sent of latest.values()) {
    const before = known.get(sent.id);
    const problem = before ? stillForgotten(before, sent) : sent;
    if (!before) added.push(problem);
    else if (!isSame(before, problem)) updated.push({ before, after: changed(before, problem) });
  }
  if (added.length + updated.length === 0) return { added, updated };
  const [at, entity] = [now(), "problem"];
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
      const row = { at, actor, action: "import-update", entity, entityId: after.id };
      await writer.audit({ ...row, before, after });
    }
    const row = { at, actor, action: "import", entity: "file", entityId: source };
    const after = { added: added.length, updated: updated.length };
    await writer.audit({ ...row, before: null, after });
  });
  return { added, updated };
}

/** Numbers of people that were masked for good do not come back with the file that they once came from. */
function stillForgotten(before: StoredProblem, sent: Problem): Problem {
  const { description, address } = sent;
  const isMasked = before.description === maskPersonalData(description);
  const isAddressMasked = address !== null && before.address === maskPersonalData(address);
  return {
    ...sent,
    description: isMasked ? before.description : description,
    address: isAddressMasked ? before.address : address,
  };
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
