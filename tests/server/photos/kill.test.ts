import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import sharp from "sharp";
import { expect, test } from "vitest";
import { PhotoStore } from "../../../server/photos/photo-store.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const scratch = scratchFolder();

/** Takes one picture after another and says each when it was taken; every other one is attached as well. */
const TAKING = `
  import sharp from "sharp";
  import { PhotoStore } from ${JSON.stringify(resolve("server/photos/photo-store.ts"))};
  const store = new PhotoStore(process.argv[1]);
  for (let i = 0; ; i++) {
    const background = { r: i % 256, g: (i * 7) % 256, b: (i * 13) % 256 };
    const bytes = await sharp({ create: { width: 900, height: 700, channels: 3, background } }).png().toBuffer();
    const { file } = await store.take(bytes);
    if (i % 2 === 1) await store.attach(file);
    console.log(file);
  }`;

/** Names of the pictures that were acknowledged before the process was killed in the middle of its work. */
async function takeUntilKilled(folder: string, count: number): Promise<string[]> {
  const child: ChildProcess = spawn(
    process.execPath,
    ["--input-type=module", "-e", TAKING, folder],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const files: string[] = [];
  if (!child.stdout) throw new Error("no output");
  for await (const line of createInterface({ input: child.stdout })) {
    files.push(line);
    if (files.length === count) child.kill("SIGKILL");
  }
  return files;
}

test("a process that is killed while it takes pictures loses none that it acknowledged, and leaves none half", async () => {
  for (const count of [3, 6, 9]) {
    const folder = await scratch.folder();
    const files = await takeUntilKilled(folder, count);
    expect(files.length).toBeGreaterThanOrEqual(count);
    const all = [folder, join(folder, "waiting")].flatMap((each) =>
      readdirSync(each)
        .filter((name) => name.endsWith(".jpg") && !name.startsWith("."))
        .map((name) => join(each, name)),
    );
    for (const path of all) {
      const { format } = await sharp(readFileSync(path), { failOn: "warning" })
        .toBuffer()
        .then((bytes) => sharp(bytes).metadata());
      expect([path, format]).toEqual([path, "jpeg"]);
    }
    const store = new PhotoStore(folder);
    for (const file of files) {
      expect(await store.attach(file)).toMatchObject({ file, width: 900, height: 700 });
      expect(await store.read(file, true)).not.toBeNull();
    }
  }
}, 60_000);
