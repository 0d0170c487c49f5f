import type { Context } from "hono";
import type { ReportTrack } from "../../domain/contract/public-reports.ts";
import type { Deps } from "../deps.ts";

/** Where whoever reported finds how far it is, and the code that opens it. */
export function trackOf(
  { publicUrl, reportCodes }: Pick<Deps, "publicUrl" | "reportCodes">,
  c: Context,
  number: string,
): ReportTrack {
  const base = publicUrl ?? new URL(c.req.url).origin;
  const code = reportCodes.of(number);
  return { code, trackUrl: `${base}/track/${encodeURIComponent(number)}?code=${code}` };
}
