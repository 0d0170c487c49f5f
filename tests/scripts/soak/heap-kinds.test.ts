import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeHeapSnapshot } from "node:v8";
import { expect, test } from "vitest";
import { kindsOf } from "../../../scripts/soak/heap-kinds.ts";

/** By hand: a node is its type, a name, an id and its bytes. */
const written = (nodes: readonly (readonly [kind: number, bytes: number])[]) => ({
  snapshot: {
    meta: {
      node_fields: ["type", "name", "id", "self_size"],
      node_types: [
        ["object", "code", "native", "synthetic", "string"],
        "string",
        "number",
        "number",
      ],
    },
  },
  nodes: nodes.flatMap(([kind, bytes], i) => [kind, 0, i, bytes]),
});
const MB = 2 ** 20;

test("code is told from data, and what is the browser's from both", () => {
  const found = kindsOf(
    written([
      [0, MB],
      [1, 3 * MB],
      [2, 50 * MB],
      [3, 60 * MB],
      [4, MB / 2],
    ]),
  );
  expect(found).toEqual({ dataMb: 1.5, codeMb: 3 });
});

test("what somebody keeps is seen in a snapshot of the engine", () => {
  const folder = mkdtempSync(join(tmpdir(), "wangge-heap-"));
  const look = () => {
    const path = writeHeapSnapshot(join(folder, "one.heapsnapshot"));
    const kinds = kindsOf(JSON.parse(readFileSync(path, "utf8")));
    rmSync(path);
    return kinds;
  };
  try {
    const before = look();
    const kept = Array.from({ length: 400_000 }, (_, i) => ({ i }));
    const rise = look().dataMb - before.dataMb;
    expect(kept).toHaveLength(400_000);
    expect(rise).toBeGreaterThan((400_000 * 16) / MB);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
