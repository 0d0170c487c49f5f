import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scratchFolder } from "../support/scratch-folder.ts";

const scratch = scratchFolder();

function verify(...args: string[]) {
  const words = ["scripts/verify.ts", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  return { status, lines: stdout.trimEnd().split("\n"), stderr };
}

test("the shipped reference answers: a line a file, a closing count, exit 0", () => {
  const { status, lines } = verify("tests/fixtures");
  expect(lines).toContain("ok recurrence/recurrence/expected_places.csv 216 figures");
  expect(lines).toContain("ok ads/01-straight.json 24 figures");
  expect(lines.at(-1)).toMatch(/^33 files agree, 0 differ, 0 not yet$/);
  expect(status).toBe(0);
});

test("figures outside tolerance are listed with got and want, all of them, exit 1", async () => {
  const root = await scratch.folder();
  cpSync("tests/fixtures", root, { recursive: true });
  const path = join(root, "recurrence/recurrence/expected_places.csv");
  const lines = readFileSync(path, "utf8").split("\n");
  lines[1] = (lines[1] ?? "").replace(/,2$/, ",3");
  lines[2] = (lines[2] ?? "").replace(/,11$/, ",12");
  writeFileSync(path, lines.join("\n"));
  const result = verify(root);
  expect(result.lines).toContain(
    "differs recurrence/recurrence/expected_places.csv 2 of 216 figures",
  );
  expect(result.lines).toContain("  row 1 reports: got 2, want 3");
  expect(result.lines).toContain("  row 2 reports: got 11, want 12");
  expect(result.lines).toContain("ok recurrence/kde/expected.csv 108 figures");
  expect(result.status).toBe(1);
});

test("an altered figure of an ads instance is seen, whether of the audit or of the optimum", async () => {
  const root = await scratch.folder();
  cpSync("tests/fixtures/ads", root, { recursive: true });
  const alter = (name: string, from: RegExp, to: string) => {
    const path = join(root, name);
    const text = readFileSync(path, "utf8");
    expect(text).toMatch(from);
    writeFileSync(path, text.replace(from, to));
  };
  alter("05-triangle-sharing.json", /"minCount": 2/, '"minCount": 1');
  alter("06-infeasible-spacing.json", /"minUnmet": 1/, '"minUnmet": 0');
  alter("07-forbidden-gap.json", /"l10": "junction"/, '"l10": "locked-out"');
  alter("12-city-blocks.json", /"maxValue": 62/, '"maxValue": 63');
  alter("01-straight.json", /"class": "primary"/, '"class": 7');
  const { status, lines } = verify(root);
  const differing = lines.filter((line) => line.startsWith("differs"));
  expect(differing.map((line) => line.split(" ")[1])).toEqual([
    "ads/01-straight.json",
    "ads/05-triangle-sharing.json",
    "ads/06-infeasible-spacing.json",
    "ads/07-forbidden-gap.json",
    "ads/12-city-blocks.json",
  ]);
  expect(status).toBe(1);
});

test("a folder that is not there, holds no answers, or is not named is said, exit 2", () => {
  expect(verify("no/such/folder")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("no/such/folder"),
  });
  expect(verify("domain")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("recurrence/kde"),
  });
  expect(verify()).toMatchObject({ status: 2, stderr: expect.stringContaining("<folder>") });
});
