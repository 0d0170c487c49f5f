import { mkdirSync } from "node:fs";
import { chromium } from "@playwright/test";
import { chromiumArgs, findChromium } from "./browser.ts";
import { dataEnd } from "./demo-city/reports/rhythm.ts";
import { startDemoServer } from "./demo-server.ts";
import { adsStory } from "./screenshots/ads-story.ts";
import { wallSizes } from "./screenshots/walls.ts";

/** Pictures of the documents: page, size and what must be on the map before the shutter. */
const shots = [
  {
    file: "workbench.png",
    size: [1440, 900],
    query: "?at=114.30600,30.59600,13.30&pick=zone:Z08&asOf=2026-11-21T10:42:00%2B08:00",
    layers: ["clusters", "hexagons", "zone-labels"],
  },
  {
    file: "workbench-night.png",
    size: [1440, 900],
    query: "?theme=night&layers=clusters,heat,zones&asOf=2026-11-21T10:42:00%2B08:00",
    layers: ["clusters", "heat", "zone-labels"],
  },
  {
    file: "places.png",
    size: [1440, 900],
    query: "?at=114.30600,30.59600,13.60&list=places&asOf=2026-11-21T10:42:00%2B08:00",
    layers: ["clusters", "hexagons", "recurring"],
  },
  {
    file: "evidence.png",
    size: [1440, 900],
    query: null,
    layers: ["clusters", "recurring"],
  },
  {
    file: "comparison.png",
    size: [1440, 900],
    query: "?compare=swipe&asOf=2026-11-21T10:42:00%2B08:00",
    layers: ["heat", "reported"],
  },
  {
    file: "hot-spots.png",
    size: [1440, 900],
    query: "?layers=zones,hot-spots&asOf=2026-11-21T10:42:00%2B08:00",
    layers: ["hot-spots", "zone-labels"],
  },
  {
    file: "duties.png",
    size: [1440, 900],
    query: "duties",
    layers: [],
  },
  {
    file: "matrix.png",
    size: [1440, 900],
    query:
      "?pick=responsibility:zone-lead&colour=unit&layers=clusters,zones&asOf=2026-11-21T10:42:00%2B08:00",
    layers: ["clusters", "zone-labels"],
  },
  {
    file: "zones.png",
    size: [1440, 900],
    query: "zones?zone=Z08",
    layers: [],
  },
  {
    file: "sign.png",
    size: [794, 1123],
    query: "api/signs/R0001-02/sign.svg?on=2026-11-21",
    layers: [],
  },
  {
    file: "wall-map.png",
    size: [1588, 1123],
    query: "api/wall-maps/map.svg?size=A3&colour=lead&on=2026-11-21",
    layers: [],
  },
  {
    file: "brief.png",
    size: [840, 1188],
    query: `briefs?person=${encodeURIComponent("市领导 07")}&week=2026-11-10`,
    layers: [],
  },
  {
    file: "my.png",
    size: [390, 844],
    query: `my?person=${encodeURIComponent("市领导 08")}`,
    layers: [],
  },
  {
    file: "phone.png",
    size: [390, 844],
    query: "?status=open&asOf=2026-11-21T10:42:00%2B08:00",
    layers: ["clusters", "zone-labels"],
  },
  {
    file: "desk.png",
    size: [1440, 900],
    query: "desk?queue=dispatched&pick=YZ20261120-0268",
    layers: [],
  },
  {
    file: "orders.png",
    size: [390, 844],
    query: "orders?unit=I01",
    layers: [],
  },
  {
    file: "report.png",
    size: [390, 844],
    query: "report?as=public",
    layers: [],
  },
  {
    file: "quality.png",
    size: [1440, 900],
    query: "quality",
    layers: [],
  },
  {
    file: "screen.png",
    size: [1920, 1080],
    query: "screen?scene=recurrence&hold=1",
    layers: ["recurring"],
  },
  {
    file: "defects.png",
    size: [1440, 900],
    query: "duties?tab=defects",
    layers: [],
  },
] as const;

const FOLDER = "docs/screenshots";
/** Tiles and rings have come; the last frames of fading remain. */
const SETTLE_MS = 4000;

mkdirSync(FOLDER, { recursive: true });
const server = await startDemoServer(dataEnd);
const executablePath = findChromium();
const browser = await chromium.launch({
  args: [...chromiumArgs],
  ...(executablePath && { executablePath }),
});
try {
  for (const { file, size, query, layers } of shots) {
    const [width, height] = size;
    if (file === "defects.png") await plantDefects();
    if (file === "quality.png") await checkSome();
    const page = await browser.newPage({ viewport: { width, height }, locale: "zh-CN" });
    await page.goto(`${server.url}/${query ?? (await worstPlace())}`);
    for (const layer of layers) {
      const drawn = page.locator(`[data-drawn~="${layer}"]`);
      await drawn.first().waitFor({ state: "attached", timeout: 60_000 });
    }
    await page.waitForTimeout(SETTLE_MS);
    await page.screenshot({ path: `${FOLDER}/${file}` });
    console.log(`${FOLDER}/${file}`);
    await page.close();
  }
  await wallSizes(browser, server.url, FOLDER);
  await adsStory(browser, server.url, FOLDER);
} finally {
  await browser.close();
  server.stop();
}
process.exit();

/** The address of the place with the highest rate, looked at closely. */
async function worstPlace(): Promise<string> {
  const asOf = encodeURIComponent("2026-11-21T10:42:00+08:00");
  const answer = await fetch(`${server.url}/api/recurrence/places?limit=1&asOf=${asOf}`);
  const { places } = (await answer.json()) as {
    places: { id: number; position: [number, number] }[];
  };
  const [worst] = places;
  return `?pick=place:${worst?.id}&at=${worst?.position.join()},16.40&asOf=${asOf}`;
}

/** Has an inspector check what units report as done, and the office close it: the demo city begins without checks. */
async function checkSome(): Promise<void> {
  const send = async (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/api/${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  const page = await fetch(`${server.url}/api/problems?state=rectified&limit=120`);
  const { features } = (await page.json()) as { features: { id: string }[] };
  const ids = features.map(({ id }) => id);
  const signedIn = await send("account/demo", { account: "demo-inspector" });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  await send("cases/acts", { act: "pass", ids }, { cookie });
  await send("cases/acts", { act: "close", ids });
}

/** Leaves a few things undone, for the list of defects to have something to show: the demo city has none. */
async function plantDefects(): Promise<void> {
  const { features } = (await (await fetch(`${server.url}/api/duties?geometry=none`)).json()) as {
    features: { id: string; properties: { role: string } }[];
  };
  const of = (role: string, count: number) =>
    features.filter(({ properties }) => properties.role === role).slice(0, count);
  for (const { id } of [...of("zone-lead", 2), ...of("section-chief", 6)]) {
    await fetch(`${server.url}/api/duties/${id}/end`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ at: "2026-11-01" }),
    });
  }
}
