import { expect, test } from "@playwright/test";

const SHOWN_WITHIN_MS = 90_000;

for (const { account, isWall } of [
  { account: "demo-leader", isWall: false },
  { account: "demo-screen", isWall: true },
]) {
  test(`${account} sees the wall, ${isWall ? "as one" : "looking on"}, and nothing is refused`, async ({
    page,
    baseURL,
  }) => {
    test.setTimeout(2 * SHOWN_WITHIN_MS);
    const headers = { origin: baseURL ?? "" };
    await page.request.post("/api/account/demo", { data: { account }, headers });
    const refused: string[] = [];
    const asked: string[] = [];
    page.on("response", (response) => {
      const { pathname, search } = new URL(response.url());
      asked.push(`${response.request().method()} ${pathname}${search}`);
      if (response.status() >= 400) refused.push(`${response.status()} ${pathname}`);
    });
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.goto("/screen");
    await page.locator('[data-drawn~="clusters"]').first().waitFor({ timeout: SHOWN_WITHIN_MS });
    const actsAsWall = () => [
      asked.includes("POST /api/screen/walls"),
      asked.some((each) => each.includes("/api/live?screen=")),
    ];
    // Longer than a wall goes without a word.
    if (!isWall) await page.waitForTimeout(17_000);
    await expect.poll(actsAsWall, { timeout: SHOWN_WITHIN_MS }).toEqual([isWall, isWall]);
    expect(refused).toEqual([]);
  });
}
