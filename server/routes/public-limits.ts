import type { Context } from "hono";
import { RateLimit } from "../access/rate-limit.ts";
import type { Deps } from "../deps.ts";

/** By anybody, within a while: reports, looks at the progress of one, questions about a spot. */
const MOST = {
  reports: { address: 10, city: 300 },
  looks: { address: 120, city: 6000 },
  questions: { address: 240, city: 6000 },
} as const;
const WITHIN_MS = 10 * 60_000;

/** The limit in words, for the document. */
export function limited(what: keyof typeof MOST): string {
  const { address, city } = MOST[what];
  return `At most ${address} from one address and ${city} in all within ten minutes, then 429.`;
}

/** Counts a request, right or wrong; throws `too-many-tries` where there were too many. */
export function publicLimits(
  { city: { now }, clientAddress }: Pick<Deps, "city" | "clientAddress">,
  what: keyof typeof MOST,
): (c: Context) => void {
  const byAddress = new RateLimit({ most: MOST[what].address, withinMs: WITHIN_MS, now });
  const inCity = new RateLimit({ most: MOST[what].city, withinMs: WITHIN_MS, now });
  return (c) => {
    byAddress.take(clientAddress(c));
    inCity.take("city");
  };
}
