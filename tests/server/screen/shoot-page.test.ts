import { chmodSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { shootPage } from "../../../server/screen/shoot-page.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const scratch = scratchFolder();
const never = new AbortController().signal;
const patient = { answerMs: 60_000, wholeMs: 60_000 };

async function aBrowser(name: string, script: string) {
  const chromium = await scratch.file(name, script);
  chmodSync(chromium, 0o755);
  return { chromium, url: "http://127.0.0.1:9/screen", widthPx: 64, heightPx: 36 };
}

/** Starts, and then nothing; says by which process. */
const hanging = (name: string) =>
  aBrowser(name, `#!/bin/sh\necho $$ > ${scratch.path}/${name}.pid\nexec sleep 600\n`);

function isGone(name: string): boolean {
  try {
    process.kill(Number(readFileSync(`${scratch.path}/${name}.pid`, "utf8")), 0);
    return false;
  } catch {
    return true;
  }
}

test("a browser that answers nothing is killed", async () => {
  const shot = await hanging("silent");
  const limits = { ...patient, answerMs: 500 };
  await expect(shootPage(shot, never, limits)).rejects.toThrow(/no answer to Target.createTarget/);
  expect(isGone("silent")).toBe(true);
});

test("a picture that is not there after so long never comes", async () => {
  const shot = await hanging("slow");
  const limits = { ...patient, wholeMs: 500 };
  await expect(shootPage(shot, never, limits)).rejects.toThrow("no picture within 500 ms");
  expect(isGone("slow")).toBe(true);
});

test("who stops waits for no browser", async () => {
  const stopping = new AbortController();
  const shot = shootPage(await hanging("stopped"), stopping.signal, patient);
  setTimeout(() => stopping.abort(new Error("the server stops")), 500);
  await expect(shot).rejects.toThrow("the server stops");
  expect(isGone("stopped")).toBe(true);
  await expect(shootPage(await hanging("unborn"), stopping.signal)).rejects.toThrow("stops");
});

test("a browser that ends while the page is looked at is not asked on", async () => {
  const shot = await aBrowser(
    "ending",
    `#!${process.execPath}
const { createReadStream, writeSync } = require("node:fs");
let text = "";
createReadStream(null, { fd: 3 }).on("data", (part) => {
  const messages = (text + part).split("\\0");
  text = messages.pop();
  for (const { id, method } of messages.map(JSON.parse)) {
    if (method === "Runtime.evaluate") process.exit();
    writeSync(4, JSON.stringify({ id, result: { targetId: "t", sessionId: "s" } }) + "\\0");
  }
});
`,
  );
  await expect(shootPage(shot, never, patient)).rejects.toThrow("the browser ended");
});
