import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { DEMO_SEED } from "./demo-city/city.ts";
import { demoPackFiles } from "./demo-city/demo-pack.ts";

const { values } = parseArgs({
  options: {
    out: { type: "string", default: "data/packs/demo" },
    seed: { type: "string", default: String(DEMO_SEED) },
  },
});

for (const { path, content } of demoPackFiles(Number(values.seed))) {
  const file = join(values.out, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
