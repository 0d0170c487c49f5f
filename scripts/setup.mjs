import { buildClient } from "./setup/build-client.mjs";
import { handOver } from "./setup/hand-over.mjs";
import { installPackages } from "./setup/install-packages.mjs";
import { SetupError } from "./setup/setup-error.mjs";

/** What the scripts that need the built pages are called in package.json. */
const WITH_PAGES = ["serve", "run:test", "run:screenshots", "run:size"];

const [script, ...args] = process.argv.slice(2);
try {
  if (script === undefined) throw new SetupError("用法 Usage: node scripts/setup.mjs <script>");
  await installPackages();
  if (WITH_PAGES.includes(script)) await buildClient();
  process.exitCode = await handOver(script, args);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
