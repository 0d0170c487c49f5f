import type { Page } from "@playwright/test";
import axe from "axe-core";

type Findings = { violations: { id: string; impact: string; nodes: { html: string }[] }[] };

/** What axe finds broken within parts of the page and calls serious or critical. */
export async function seriousFindings(
  page: Page,
  parts: readonly string[] = ["body"],
): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (within) => {
    const { axe: here } = globalThis as unknown as {
      axe: { run(context: readonly string[]): Promise<Findings> };
    };
    const { violations } = await here.run(within);
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
  }, parts);
}
