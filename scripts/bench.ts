import { spawnSync } from "node:child_process";
import { totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type BenchFigures, benchSize } from "./bench/bench-size.ts";
import { printTable } from "./bench/print-table.ts";

const DEFAULT_SIZES = [100_000, 1_000_000, 10_000_000];
/** Ten million problems take 6 GB while they are made. */
const LARGEST_NEEDS_BYTES = 10e9;

if (process.argv[2] === "screen") {
  const { run } = await import("./bench/bench-screen.ts");
  process.exit(await run(process.argv.slice(3)));
}
const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    rows: { type: "string", multiple: true },
    sqlite: { type: "boolean", default: true },
  },
  allowNegative: true,
});
const sizes = values.rows?.map(Number) ?? defaultSizes();
if (sizes.some((rows) => !(rows >= 1000 && rows <= 20_000_000))) {
  console.error("--rows takes a number from 1000 to 20000000, e.g. --rows 1000000");
  process.exit(2);
}
if (values.json && sizes.length === 1) {
  console.log(JSON.stringify(await benchSize(sizes[0] ?? 0, values.sqlite)));
} else {
  const all = sizes.map(inProcessOfItsOwn);
  if (values.json) for (const figures of all) console.log(JSON.stringify(figures));
  else printTable(all);
}
process.exit();

/** Each size in a process of its own, so that none is measured on the heap that another left. */
function inProcessOfItsOwn(rows: number): BenchFigures {
  console.error(`${rows.toLocaleString("en-US")} problems …`);
  const words = [fileURLToPath(import.meta.url), "--json", "--rows", String(rows)];
  if (!values.sqlite) words.push("--no-sqlite");
  const { status, stdout } = spawnSync(process.execPath, words, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) process.exit(status ?? 1);
  return JSON.parse(stdout) as BenchFigures;
}

function defaultSizes(): number[] {
  if (totalmem() >= LARGEST_NEEDS_BYTES) return DEFAULT_SIZES;
  console.error("10,000,000 problems are left out: less than 10 GB of memory");
  return DEFAULT_SIZES.filter((rows) => rows < 10_000_000);
}
