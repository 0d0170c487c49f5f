import { expect, test } from "@playwright/test";
import { seriousFindings } from "./serious-findings.ts";

const PERSON = encodeURIComponent("市领导 07");

/** Every page, and what is there once it can be read. */
const pages: readonly (readonly [path: string, ready: string, isPhone?: "phone"])[] = [
  ["/", '[data-drawn~="clusters"]'],
  ["/?pick=zone:Z05", '[data-testid="drawer"] h2'],
  ["/?tab=places", '[data-drawn~="clusters"]'],
  ["/desk", '.desk-row[aria-selected="false"] strong'],
  ["/desk?queue=accepted", ".desk-rows strong"],
  ["/duties", ".duty-filters"],
  ["/duties?tab=defects", ".desk-tabs"],
  ["/duties?tab=history", ".desk-tabs"],
  ["/zones", ".desk-bar"],
  ["/papers", ".desk-bar"],
  ["/quality", ".rate-cards"],
  ["/screens", ".screens-list"],
  ["/remote", ".remote-buttons", "phone"],
  ["/sign-in", ".sign-in form"],
  [`/my?person=${PERSON}`, '[data-testid="my"] [role="tab"]', "phone"],
  ["/orders?unit=I01", '[data-testid="order"]', "phone"],
  ["/round", '[data-testid="suggestion"]', "phone"],
  [`/briefs?person=${PERSON}`, '[data-testid="brief"]', "phone"],
  ["/sign/Z05", '[data-testid="sign"] h1', "phone"],
  ["/report?as=public", '[data-testid="report-form"]', "phone"],
  ["/track", '[data-testid="track-form"]', "phone"],
];

/** By night the colours are others and the pages the same. */
const byNight = new Set([
  "/",
  "/desk",
  "/duties",
  "/zones",
  "/screens",
  "/remote",
  `/my?person=${PERSON}`,
  "/report?as=public",
]);

for (const [path, ready, isPhone] of pages) {
  test(`axe finds nothing serious on ${path}`, async ({ page }) => {
    await page.setViewportSize(
      isPhone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    );
    for (const theme of byNight.has(path) ? ["day", "night"] : ["day"]) {
      const night = `${path.includes("?") ? "&" : "?"}theme=night`;
      await page.goto(`${path}${theme === "night" ? night : ""}`);
      await page.locator(ready).first().waitFor({ state: "attached", timeout: 30_000 });
      await page.waitForLoadState("networkidle");
      expect(await seriousFindings(page), theme).toEqual([]);
    }
  });
}
