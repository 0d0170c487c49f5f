import fc from "fast-check";
import type { Position } from "geojson";
import { expect, test } from "vitest";
import { DomainError } from "../../../domain/errors.ts";
import { findPolygonDefects } from "../../../domain/spatial/geometry-checks.ts";
import { catalogues } from "../../../domain/text/catalogues.ts";
import { describeNote } from "../../../domain/text/describe-note.ts";
import { inspectPack } from "../../../server/packs/read-pack.ts";
import { packFolder, soundPack } from "./pack-folder.ts";

const files = Object.keys(soundPack) as (keyof typeof soundPack)[];
const junk = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    null,
    "",
    -0,
    1e308,
    [],
    {},
    [[]],
    [[[]]],
    "__proto__",
    "\u0000",
    [1e9, 0],
  ),
);

/** The value with one member, found by walking `steps`, replaced. */
function withJunk(value: unknown, steps: readonly number[], replacement: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || typeof value !== "object" || value === null) return replacement;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return replacement;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = withJunk(copy[key], rest, replacement);
  return copy;
}

test("whatever stands in place of a member, reading ends with notes and sound geometry", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files.filter((file) => file.endsWith("json"))),
      fc.array(fc.nat(1000), { minLength: 0, maxLength: 7 }),
      junk,
      async (file, steps, replacement) => {
        const content = {
          ...soundPack,
          [file]: JSON.stringify(withJunk(soundPack[file], steps, replacement)),
        };
        await expectSoundReading(content);
      },
    ),
    { seed: 7, numRuns: 200 },
  );
});

test("whatever bytes a file is cut to or mixed with, reading ends", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.uint8Array({ maxLength: 40 }),
      async (file, share, bytes) => {
        const value: unknown = soundPack[file];
        const whole = Buffer.from(typeof value === "string" ? value : JSON.stringify(value));
        const cut = Math.floor(share * whole.length);
        const mixed = Buffer.concat([
          whole.subarray(0, cut),
          bytes,
          whole.subarray(cut + bytes.length),
        ]);
        await expectSoundReading({
          ...soundPack,
          [file]: bytes.length === 0 ? whole.subarray(0, cut) : mixed,
        });
      },
    ),
    { seed: 8, numRuns: 200 },
  );
});

test.each(["zones.geojson", "pack.json", "places.geojson"])(
  "lists nested a hundred thousand deep in %s do not exhaust the stack",
  async (file) => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const geometry = `{"type":"Polygon","coordinates":${deep}}`;
    const features = `[{"type":"Feature","properties":{"id":${deep}},"geometry":${geometry}}]`;
    const text = `{"type":"FeatureCollection","bounds":${deep},"name":${deep},"features":${features}}`;
    await expectSoundReading({ ...soundPack, [file]: text });
  },
);

async function expectSoundReading(content: Record<string, unknown>): Promise<void> {
  const { pack, refusal, notes } = await inspectPack(packFolder(content));
  for (const catalogue of Object.values(catalogues)) {
    for (const note of notes)
      expect(describeNote(note, catalogue)).not.toMatch(/undefined|\[object/);
  }
  if (pack === null) {
    expect(refusal).toBeInstanceOf(DomainError);
    return;
  }
  const declared = new Set(notes.filter(({ id }) => id !== undefined).map(({ id }) => id));
  for (const { id, geometry } of pack.zones) {
    const positions = geometry.coordinates.flat(geometry.type === "Polygon" ? 1 : 2) as Position[];
    for (const [lng, lat] of positions) {
      expect(Number.isFinite(lng) && Number.isFinite(lat)).toBe(true);
    }
    if (findPolygonDefects(geometry).length > 0) expect(declared).toContain(id);
  }
  const ids = new Set<string>(pack.zones.map(({ id }) => id));
  for (const { parentId } of pack.zones) if (parentId !== null) expect(ids).toContain(parentId);
}
