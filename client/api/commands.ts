import { type ProblemAction, ProblemFeature } from "../../domain/contract/problems.ts";
import { sendJson } from "./http.ts";

/** Changes a problem that was seen at `version`. Throws an ApiError, `stale-version` when somebody was faster. */
export function changeProblem(
  id: string,
  version: number,
  action: ProblemAction,
): Promise<ProblemFeature> {
  return sendJson("PATCH", `problems/${encodeURIComponent(id)}`, action, ProblemFeature, {
    "If-Match": `"${version}"`,
  });
}
