import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { makeBenchCity } from "./demo-city/bench/bench-city.ts";
import { DEMO_SEED } from "./demo-city/city.ts";
import { demoPackFiles } from "./demo-city/files/demo-pack.ts";
import { writeBenchPack } from "./demo-city/files/write-bench-pack.ts";

const usage = "node scripts/make-demo-city.ts [--out <folder>] [--seed <n>] [--rows <n>]";

const { values } = parseArgs({
  options: {
    out: { type: "string" },
    seed: { type: "string", default: String(DEMO_SEED) },
    rows: { type: "string" },
  },
});
const seed = wholeNumber("--seed", values.seed);

if (values.rows === undefined) {
  writeDemoPack(values.out ?? "data/packs/demo");
} else {
  if (values.out === undefined) throw new RangeError(`--rows needs --out: ${usage}`);
  writeBenchPack(values.out, makeBenchCity({ rows: wholeNumber("--rows", values.rows), seed }));
}

function writeDemoPack(folder: string): void {
  for (const { path, content } of demoPackFiles(seed)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

function wholeNumber(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`${option} must be a whole number, not ${text}: ${usage}`);
  }
  return value;
}
