import { parseArgs } from "node:util";
import { findChromium } from "./browser.ts";
import { printVerdict } from "./soak/print-verdict.ts";
import { runSoak } from "./soak/run-soak.ts";
import { soakPlan } from "./soak/soak-plan.ts";

const EXIT_REFUSED = 2;
const USAGE = "  npm run soak -- [--hours 24] [--speed 60] | --minutes 2  [--json]";

process.exit(await main(process.argv.slice(2)));

/** A day of a wall in minutes: what happens in the city and to the machine, and what is left of memory afterwards. */
async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    strict: true,
    options: {
      hours: { type: "string", default: "24" },
      speed: { type: "string", default: "60" },
      minutes: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  const hours = Number(values.hours);
  const speed =
    values.minutes === undefined ? Number(values.speed) : (hours * 60) / Number(values.minutes);
  if (!(hours >= 1 && hours <= 240 && speed >= 1 && speed <= 1440)) {
    console.error(USAGE);
    return EXIT_REFUSED;
  }
  const chromium = findChromium();
  if (chromium === null) {
    console.error(
      "没有可用的 Chromium（CHROMIUM=<路径> 可指定）\nNo Chromium; name one with CHROMIUM=<path>",
    );
    return EXIT_REFUSED;
  }
  const verdict = await runSoak(soakPlan(hours, speed), chromium, (line) => {
    if (!values.json) console.log(line);
  });
  if (values.json) console.log(JSON.stringify(verdict));
  else printVerdict(verdict);
  return verdict.checks.every(({ isGood }) => isGood) ? 0 : 1;
}
