import { buildClient } from "./setup/build-client.mjs";
import { handOver } from "./setup/hand-over.mjs";
import { installPackages } from "./setup/install-packages.mjs";
import { SetupError } from "./setup/setup-error.mjs";

/** Programs that show or measure the built pages. */
const WITH_PAGES = [
  "server/main.ts",
  "scripts/test.ts",
  "scripts/screenshots.ts",
  "scripts/measure-size.ts",
  "scripts/bench.ts",
  "scripts/soak.ts",
];

const words = process.argv.slice(2);
try {
  if (words.length === 0) throw new SetupError("用法 Usage: node scripts/setup.mjs <program.ts>");
  const node = await installPackages();
  if (WITH_PAGES.includes(words[0] ?? "")) await buildClient();
  process.exitCode = await handOver(node, words);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
