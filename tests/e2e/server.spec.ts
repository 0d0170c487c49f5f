import { expect, test } from "@playwright/test";

test("the city of the demo pack is served from the address the page has", async ({ request }) => {
  const health = await (await request.get("/api/health")).json();
  expect(health).toMatchObject({ status: "ok", pack: "demo" });
  expect(health.problems).toBeGreaterThan(1000);
});
