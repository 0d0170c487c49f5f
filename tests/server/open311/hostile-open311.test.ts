import fc from "fast-check";
import { expect, test } from "vitest";
import {
  Open311Errors,
  Open311MadeList,
  Open311Requests,
} from "../../../domain/contract/open311.ts";
import { hostileText } from "../../../scripts/proof/fuzz/hostile-values.ts";
import { aCity, aProblem, at } from "../../support/city-builder.ts";
import { testApp } from "../../support/test-app.ts";
import { as, aViewer } from "../../support/viewers.ts";
import { sparkJson } from "./spark-convention.ts";

const known: Readonly<Record<string, readonly string[]>> = {
  service_request_id: ["p1", "p1,none", ",", "p1,".repeat(1200)],
  service_code: ["E0102", "E0104", "E05", "E05,P01", "E9999"],
  start_date: ["2026-10-01T00:00:00Z", "2026-10-01", "+010000-01-01T00:00:00Z", "0000-01-01"],
  end_date: ["2026-10-20T00:00:00%2B08:00", "9999-12-31T23:59:59Z"],
  status: ["open", "closed", "open,closed", "OPEN"],
  bbox: ["114,30,115,31", "1,2,3", "NaN,0,1,1", "115,31,114,30"],
  page: ["1", "2", "0", "1e3", "99999999999"],
  page_size: ["1", "1000", "-1"],
  updated_after: ["2026-01-01T00:00:00Z", "x"],
  updated_before: ["2026-12-01T00:00:00Z"],
  jurisdiction_id: ["test", "", "else"],
  lat: ["30.605", "91", "1e400", "0x10", "-0", "٣٠"],
  long: ["114.305", "Infinity", ""],
  address_string: ["解放大道 1 号", "<b>&]]>"],
  address_id: ["R1", "none", "__proto__"],
  description: ["路边垃圾", "\u0001\ufffe</description>", "a".repeat(5000)],
  media_url: ["http://x/a.jpg", "0123456789abcdef01234567.jpg", "javascript:alert(1)"],
  client_id: ["c1", "c2", "x".repeat(70)],
  api_key: ["", "none"],
  "attribute[A][]": ["1"],
  extra: ["1"],
};

const pair = fc
  .constantFrom(...Object.keys(known))
  .chain((name) =>
    fc.tuple(
      fc.constant(name),
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...(known[name] ?? [""])) },
        { weight: 1, arbitrary: hostileText },
      ),
    ),
  );

test("whatever is asked or sent is answered by the specification, in both formats", async () => {
  const pack = aCity()
    .withZone("Z", [0, 0, 10, 10])
    .withRoad("R1", [
      [1, 1],
      [9, 9],
    ])
    .build();
  const problems = [aProblem({ id: "p1", reportedAt: Date.UTC(2026, 9, 10), position: at(5, 5) })];
  const app = await testApp(pack, problems);
  const headers = { ...as(aViewer("operator")), "accept-language": "en" };
  const statuses = new Map<number, number>();
  const request = fc.tuple(
    fc.constantFrom("GET", "POST"),
    fc.constantFrom("xml", "json"),
    fc.array(pair, { maxLength: 7 }),
    // A report that is right but for a few things gets further.
    fc.constantFrom(
      [],
      [
        ["service_code", "E0102"],
        ["lat", "30.605"],
        ["long", "114.305"],
      ],
    ),
  );
  await fc.assert(
    fc.asyncProperty(request, async ([method, format, pairs, right]) => {
      const told =
        method === "GET" ? pairs : [...new Map([...right, ...pairs] as [string, string][])];
      const encoded = told.map(
        ([name, text]) => `${name}=${encodeURIComponent(text.toWellFormed())}`,
      );
      const path = `/open311/v2/requests.${format}`;
      const type = "application/x-www-form-urlencoded";
      const response =
        method === "GET"
          ? await app.request(`${path}?${encoded.join("&")}`, { headers })
          : await app.request(path, {
              method,
              headers: { ...headers, "Content-Type": type },
              body: encoded.join("&"),
            });
      const { status } = response;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const text = await response.text();
      const root = status < 400 ? "service_requests" : "errors";
      const value = format === "xml" ? sparkJson(text, root) : JSON.parse(text);
      const made = method === "GET" ? Open311Requests : Open311MadeList;
      (status < 400 ? made : Open311Errors).parse(value);
      expect([200, 201, 400, 403, 404]).toContain(status);
    }),
    { numRuns: 600, seed: 20_260_105 },
  );
  for (const status of [200, 201, 400, 404]) expect(statuses.get(status) ?? 0).toBeGreaterThan(3);
  expect(app.logged.filter(({ level }) => level === "error")).toEqual([]);
}, 60_000);
