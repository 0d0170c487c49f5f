import type { CaseStep } from "../../domain/case/case-step.ts";
import type { StoredProblem } from "../../domain/problem.ts";
import {
  type PublicStage,
  type PublicStep,
  publicReason,
  publicStage,
  publicStepOf,
  publicSteps,
} from "../../domain/public-report.ts";
import type { City } from "../city/city.ts";
import { type LoadedCase, loadCases } from "./case-files.ts";

/** A report with how far it is, itself or the one that stands for it. */
export type LoadedPublicReport = {
  readonly problem: StoredProblem;
  readonly stage: PublicStage;
  readonly isMerged: boolean;
  readonly reason: string | null;
  readonly dueAt: number | null;
  readonly steps: readonly PublicStep[];
  /** Of the act that closed it last; null while it is not closed. */
  readonly closedAt: number | null;
  /** Files, of how it is now; only once it is closed. */
  readonly photos: readonly string[];
};

/** Merges are followed so far; more would be a circle. */
const MOST_MERGES = 10;

/** What may be said of a report to whoever made it. Null where it cannot be told from storage. */
export async function loadPublicReport(
  city: City,
  problem: StoredProblem,
): Promise<LoadedPublicReport | null> {
  const [own] = await loadCases(city, [problem]);
  if (!own) return null;
  const standing = await standingCase(city, own);
  const isMerged = standing !== own;
  const stage = publicStage(standing.file.state);
  const steps = [
    ...publicSteps(problem, own.steps),
    ...(isMerged ? stepsSince(own, standing) : []),
  ];
  const closed = steps.findLast(({ name }) => name === "closed");
  const after = standing.problem.photos.filter(({ kind }) => kind === "after");
  return {
    problem,
    stage,
    isMerged,
    reason: stage === "rejected" ? publicReason(standing.steps) : null,
    dueAt: stage === "accepted" || stage === "handling" ? standing.file.dueAt : null,
    steps,
    closedAt: stage === "closed" ? (closed?.at ?? standing.file.closedAt) : null,
    photos: stage === "closed" ? after.map(({ file }) => file) : [],
  };
}

/** The case that a report was merged into, and so on; its own where it was not. */
async function standingCase(city: City, own: LoadedCase): Promise<LoadedCase> {
  let standing = own;
  for (let merges = 0; merges < MOST_MERGES; merges++) {
    const { mergedInto } = standing.file;
    if (mergedInto === null) break;
    const [target] = await loadCases(city, await city.storage.problemsById([mergedInto]));
    if (!target) break;
    standing = target;
  }
  return standing;
}

/** What happened to the other one since they were made one. */
function stepsSince(own: LoadedCase, standing: LoadedCase): PublicStep[] {
  const since = own.steps.findLast(({ act }) => act === "merge")?.at ?? own.problem.reportedAt;
  const isLater = ({ at }: CaseStep) => at >= since;
  return standing.steps.filter(isLater).flatMap((step) => publicStepOf(step) ?? []);
}
