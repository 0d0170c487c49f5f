import fc from "fast-check";
import sharp from "sharp";
import { expect, test } from "vitest";
import { DomainError } from "../../../domain/errors.ts";
import { cleanPhoto } from "../../../server/photos/clean-photo.ts";
import { takenAtOf } from "../../../server/photos/taken-at.ts";
import { aPhonePicture, aPicture } from "./hostile-pictures.ts";

const changes = fc.record({
  flips: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }),
  /** Most of what can be set wrong stands at the head. */
  headFlips: fc.array(fc.tuple(fc.nat(700), fc.nat(255)), { maxLength: 4 }),
  cut: fc.option(fc.nat(), { freq: 4 }),
});

function changed(
  bytes: Uint8Array,
  { flips, headFlips, cut }: typeof changes extends fc.Arbitrary<infer T> ? T : never,
) {
  const copy = Uint8Array.from(bytes);
  for (const [at, value] of [...flips, ...headFlips]) copy[at % copy.length] = value;
  return cut === null ? copy : copy.subarray(0, cut % copy.length);
}

test("a picture that was changed anywhere is a picture without metadata, or a refusal, and nothing else", async () => {
  const pictures = await Promise.all([
    aPhonePicture(),
    aPicture(120, 90),
    aPicture(120, 90, "png"),
    aPicture(120, 90, "webp"),
  ]);
  const outcomes = { taken: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...pictures), changes, async (picture, change) => {
      try {
        const { jpeg, small } = await cleanPhoto(changed(picture, change));
        for (const bytes of [jpeg, small]) {
          const { format, exif, xmp, icc } = await sharp(bytes).metadata();
          expect({ format, exif, xmp, icc }).toEqual({ format: "jpeg" });
        }
        outcomes.taken++;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        expect(error.reason).toBe("bad-photo");
        outcomes.refused++;
      }
    }),
    { numRuns: 250, seed: 20_260_105 },
  );
  expect(outcomes.taken).toBeGreaterThan(10);
  expect(outcomes.refused).toBeGreaterThan(10);
}, 60_000);

test("an EXIF block that was changed anywhere tells a time or none", async () => {
  const { exif } = await sharp(await aPhonePicture()).metadata();
  if (!exif) throw new Error("no EXIF");
  expect(takenAtOf(exif)).toEqual({ local: "2026-01-05T10:30:00", offset: null });
  fc.assert(
    fc.property(changes, (change) => {
      const found = takenAtOf(changed(exif, change));
      if (found !== null) expect(found.local).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/);
    }),
    { numRuns: 3000, seed: 7 },
  );
});
