import { beforeAll, describe, expect, test } from "vitest";
import { gridCity } from "../support/random-city.ts";
import { type TestApp, testApp } from "../support/test-app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp(gridCity(), []);
});

function refit(headers: Record<string, string>): Promise<Response> {
  return app.request("http://127.0.0.1:8787/api/recurrence/priors", { method: "POST", headers });
}

describe("changes", () => {
  test.each(["https://elsewhere.example", "http://127.0.0.1:9999", "null"])(
    "from a page of %s are refused and nothing is kept, whatever the body is called",
    async (origin) => {
      const { revision } = app.city;
      for (const type of ["text/plain", "multipart/form-data; boundary=x", "application/json"]) {
        const response = await refit({ Origin: origin, "Content-Type": type });
        expect(response.status).toBe(403);
        expect((await response.text()).includes("cross-site")).toBe(true);
      }
      expect(app.city.revision).toBe(revision);
    },
  );

  test("from the own page, behind a proxy that ends TLS, and from programs pass", async () => {
    expect((await refit({ Origin: "http://127.0.0.1:8787" })).status).toBe(200);
    expect((await refit({ Origin: "https://city.gov", Host: "city.gov" })).status).toBe(200);
    expect((await refit({})).status).toBe(200);
  });

  test("reads are not asked where they come from", async () => {
    const headers = { Origin: "https://elsewhere.example" };
    expect((await app.request("/api/health", { headers })).status).toBe(200);
  });
});
