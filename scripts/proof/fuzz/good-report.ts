import fc from "fast-check";
import { tinyCity } from "../tiny-pack.ts";
import type { FuzzRequest } from "./fuzz-requests.ts";

const [west, south, east, north] = tinyCity.bounds;

/** Reports that are taken: without them, storage would hardly change while all else is refused. */
export const goodReport: fc.Arbitrary<FuzzRequest> = fc
  .record({
    clientId: fc.uuid(),
    category: fc.constantFrom(...tinyCity.categories),
    source: fc.constantFrom("hotline", "inspection"),
    position: fc.tuple(between(west, east), between(south, north)),
    description: fc.string({ unit: "grapheme-ascii", minLength: 2, maxLength: 60 }),
  })
  .map((report) => ({
    method: "POST",
    route: "/api/problems",
    path: "/api/problems",
    headers: { "content-type": "application/json" },
    body: new TextEncoder().encode(JSON.stringify(report)),
  }));

function between(min: number, max: number): fc.Arbitrary<number> {
  return fc.double({ min, max, noNaN: true });
}
