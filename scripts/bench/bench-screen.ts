import { parseArgs } from "node:util";
import { findChromium } from "../browser.ts";
import { benchWall, type ScreenFigures } from "./screen/bench-wall.ts";
import { keepsBudgets, printScreen } from "./screen/print-screen.ts";

const EXIT_REFUSED = 2;
const USAGE = "  npm run bench -- screen [--rows 100000 …] [--size 1920x1080] [--json]";

/**
 * `npm run bench -- screen`: what a wall costs the main thread of its browser. Each scene has its turn twice while reports come
 * and are closed; once a picture rests it is drawn as it stands, time and again. A frame's script is its callbacks and whatever
 * else ran in the 17 ms before it, timers and answers as well.
 *
 * Left out is what drawing in software costs, which would take the very processors that are measured: the browser has a driver
 * that draws nothing. Everything up to it is done in full, uploads of data and textures, checking of shaders; draw calls keep
 * their place and draw no vertex, or the driver would go through them all. What the page waits for an answer stays in.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    strict: true,
    options: {
      rows: { type: "string", multiple: true, default: ["100000"] },
      size: { type: "string", default: "1920x1080" },
      json: { type: "boolean", default: false },
    },
  });
  const sizes = values.rows.map(Number);
  const [width = 0, height = 0] = values.size.split("x").map(Number);
  const isMeasurable =
    sizes.every((rows) => rows >= 1000 && rows <= 2_000_000) && width >= 1280 && height >= 720;
  if (!isMeasurable) {
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
  const cities: ScreenFigures[] = [];
  for (const problems of sizes) {
    console.error(`${problems.toLocaleString("en-US")} problems …`);
    cities.push(await benchWall({ problems, size: [width, height], chromium }));
  }
  if (values.json) for (const city of cities) console.log(JSON.stringify(city));
  else printScreen(cities);
  return cities.every(keepsBudgets) ? 0 : 1;
}
