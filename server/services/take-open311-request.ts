import type { NewProblemBody } from "../../domain/contract/problems.ts";
import { DAY_MS } from "../../domain/time.ts";
import { type AttachPhotos, type CreatedProblem, createProblem } from "./create-problem.ts";
import type { ServiceContext } from "./service-context.ts";

/** A report of another system, and the keys under which the same one may have come before. */
export type ResentReport = {
  readonly body: Omit<NewProblemBody, "clientId">;
  readonly clientIds: readonly string[];
};

/**
 * Accepts a report of another system, or answers the one that the same words made within a day: systems send again what was
 * not answered in time.
 */
export async function takeOpen311Request(
  context: ServiceContext,
  { body, clientIds: [clientId = "", ...earlier] }: ResentReport,
  attach: AttachPhotos,
): Promise<CreatedProblem> {
  const { storage, now } = context.city;
  for (const id of earlier) {
    const known = await storage.problemByClientId(id);
    if (known && known.reportedAt > now() - DAY_MS) return { problem: known, isNew: false };
  }
  return createProblem(context, { ...body, clientId }, attach);
}
