import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { DEMO_SEED } from "../../../../scripts/demo-city/city.ts";
import { demoPackFiles } from "../../../../scripts/demo-city/files/demo-pack.ts";
import { packFolder } from "../shipped-pack.ts";

test("the shipped pack is what the generator makes of its seed, byte for byte", () => {
  const plain = (path: string, bytes: Uint8Array) =>
    Buffer.from(path.endsWith(".gz") ? gunzipSync(bytes) : bytes);
  const changed = demoPackFiles(DEMO_SEED)
    .filter(({ path, content }) => {
      const made = typeof content === "string" ? Buffer.from(content) : content;
      return !plain(path, made).equals(plain(path, readFileSync(join(packFolder, path))));
    })
    .map(({ path }) => path);
  expect(changed).toEqual([]);
}, 90_000);
