import type { Closing, Photo, Problem } from "../problem.ts";
import type { CaseFile } from "./case-file.ts";
import type { CaseStep } from "./case-step.ts";

/** Photos a problem keeps, the same as files may bring; the steps have them all. */
const MOST_PHOTOS = 20;

/** What a case makes of its problem. */
export type ProjectedCase = Pick<
  Problem,
  "state" | "dueAt" | "assignedUnitId" | "closings" | "photos"
>;

/**
 * The problem's fields after a step; `file` is the case after it. While the clock is stopped nothing is due; once it is over
 * the last deadline stands again, as what its closing was in time by. O(1) but for the photos.
 */
export function projected(
  problem: Pick<Problem, "closings" | "photos">,
  file: CaseFile,
  step: CaseStep,
): ProjectedCase {
  const isOver = file.state === "closed" || file.state === "withdrawn" || file.state === "rejected";
  return {
    state: file.state,
    dueAt: isOver ? file.deadline : file.dueAt,
    assignedUnitId: file.unitId,
    closings: closingsAfter(problem.closings, step),
    photos: photosAfter(problem.photos, step.photos),
  };
}

function closingsAfter(closings: readonly Closing[], step: CaseStep): readonly Closing[] {
  if (step.closedAt !== null) return [...closings, { closedAt: step.closedAt, reopenedAt: null }];
  const last = closings.at(-1);
  if (step.act !== "reopen" || !last || last.reopenedAt !== null) return closings;
  return [...closings.slice(0, -1), { closedAt: last.closedAt, reopenedAt: step.at }];
}

/** Those of the report stay; of those of the work the newest, as many as fit. */
function photosAfter(photos: readonly Photo[], added: readonly Photo[]): readonly Photo[] {
  const all = [...photos, ...added].filter(
    ({ file }, i, list) => list.findIndex((photo) => photo.file === file) === i,
  );
  if (all.length <= MOST_PHOTOS) return all;
  const before = all.filter(({ kind }) => kind === "before").slice(0, MOST_PHOTOS);
  const room = MOST_PHOTOS - before.length;
  return room === 0
    ? before
    : [...before, ...all.filter(({ kind }) => kind === "after").slice(-room)];
}
