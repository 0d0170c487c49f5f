import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { findChromium } from "../../../server/screen/find-chromium.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const chromium = findChromium(process.env.CHROMIUM ?? null);
const TOKEN = "never-to-be-read-by-others";
const scratch = scratchFolder();
const server = createServer((_, response) => {
  response.setHeader("Content-Type", "text/html");
  response.end("<script>history.replaceState(null, '', '/screen')</script><main>wall</main>");
});
afterAll(() => void server.close());

/** Ids of processes that say something in the command they were started with. */
function processesThatSay(words: string): number[] {
  return readdirSync("/proc").flatMap((id) => {
    if (!/^\d+$/.test(id)) return [];
    try {
      const said = readFileSync(join("/proc", id, "cmdline"), "utf8");
      return said.includes(words) ? [Number(id)] : [];
    } catch {
      return [];
    }
  });
}

function startWall(args: readonly string[]): { child: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, ["scripts/wall.ts", ...args], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (part: Buffer) => {
      text += part.toString();
    });
  }
  return { child, said: () => text };
}

test.skipIf(chromium === null || !existsSync("/proc/self/cmdline"))(
  "a link from a file or from standard input is shown, nobody else reads it, and a signal ends all of it",
  { timeout: 120_000 },
  async () => {
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    const link = `http://127.0.0.1:${port}/kiosk#token=${TOKEN}`;
    const file = await scratch.file("link", `${link}\n`);
    for (const from of [["--link-file", file], ["-"]]) {
      const profile = await scratch.folder();
      const { child, said } = startWall([...from, "--headless", "--profile", profile]);
      child.stdin?.end(link);
      const seen = { timeout: 50_000, interval: 100 };
      await vi.waitFor(() => expect(said()).toContain("the wall is shown"), seen);
      expect(processesThatSay(profile).length).toBeGreaterThan(0);
      expect(processesThatSay(TOKEN)).toEqual([]);
      expect(said()).not.toContain(TOKEN);
      child.kill("SIGTERM");
      const [code] = await once(child, "exit");
      expect([code, said().includes("ended")]).toEqual([0, true]);
      await vi.waitFor(() => expect(processesThatSay(profile)).toEqual([]), seen);
    }
  },
);

test("what is no link is refused, with how it is meant", async () => {
  const { child, said } = startWall(["--headless", "not-a-link"]);
  const [code] = await once(child, "exit");
  expect([code, said().includes("npm run wall")]).toEqual([2, true]);
});
