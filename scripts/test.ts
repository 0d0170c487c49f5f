import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type StepResult, testSteps } from "./test/steps.ts";
import { countsText } from "./test/test-counts.ts";

const folder = mkdtempSync(join(tmpdir(), "wangge-reports-"));
const lines: string[] = [];
const sum = { passed: 0, failed: 0, skipped: 0 };
for (const { title, run } of testSteps) {
  console.log(`\n── ${title}`);
  const startedAt = performance.now();
  const result = await run(folder);
  lines.push(lineOf(title, result, (performance.now() - startedAt) / 1000));
  sum.passed += result.passed;
  sum.failed += result.failed;
  sum.skipped += result.skipped;
}
rmSync(folder, { recursive: true, force: true });

console.log(`\n${lines.join("\n")}\n${countsText(sum)}`);
process.exitCode = sum.failed > 0 ? 1 : 0;

function lineOf(title: string, result: StepResult, seconds: number): string {
  const { passed, failed, skipped, note } = result;
  const isCounted = passed + failed + skipped > 0;
  const outcome = isCounted ? countsText(result) : note === undefined ? "通过 ok" : "—";
  const said = note === undefined ? "" : `  ${note}`;
  return `${title}  ${outcome}  ${seconds.toFixed(1)} s${said}`;
}
