import { expect, test } from "vitest";
import { emptyStretch } from "../../../domain/ads/audit/empty-stretch.ts";
import {
  heldInWindows,
  type SpottedPiece,
  sparseStretches,
} from "../../../domain/ads/audit/sparse-stretches.ts";
import { seeded } from "../../support/random.ts";

/** Whole metres, so that windows on quarter metres find every stretch that is a metre too long. */
function randomPiece(seed: number): { piece: SpottedPiece; windowM: number; count: number } {
  const random = seeded(seed);
  const lengthM = 5 + Math.floor(random() * 60);
  const chainages = Array.from({ length: Math.floor(random() * 9) }, () =>
    Math.floor(random() * (lengthM + 1)),
  );
  const isClosed = random() < 0.5;
  const onRing = isClosed ? chainages.map((t) => t % lengthM) : chainages;
  const windowM = 1 + Math.floor(random() * lengthM * 1.2);
  return {
    piece: { chainages: onRing, lengthM, isClosed },
    windowM,
    count: 1 + Math.floor(random() * 4),
  };
}

/** How many ads each window half a metre longer than `windowM` holds, by where it starts. */
function windowsByForce({ chainages, lengthM, isClosed }: SpottedPiece, windowM: number) {
  const longM = windowM + 0.5;
  const windows: { fromM: number; held: number }[] = [];
  if (longM > lengthM) return windows;
  const end = isClosed ? lengthM - 0.25 : lengthM - longM;
  for (let fromM = 0; fromM <= end; fromM += 0.25) {
    const isIn = (t: number) => t >= fromM && t <= fromM + longM;
    const held = chainages.filter((t) => isIn(t) || (isClosed && isIn(t + lengthM))).length;
    windows.push({ fromM, held });
  }
  return windows;
}

test("what windows hold is what sliding every window along the road finds", () => {
  let [brokenCount, metCount] = [0, 0];
  for (let seed = 1; seed <= 3000; seed++) {
    const { piece, windowM, count } = randomPiece(seed);
    const windows = windowsByForce(piece, windowM);
    const byForce = Math.min(count, ...windows.map(({ held }) => held));
    const { least, short } = heldInWindows(piece, { windowM, count });
    expect(least, `seed ${seed}`).toBe(byForce);
    expect(short.length > 0, `seed ${seed}`).toBe(least < count);
    if (least < count) brokenCount++;
    else metCount++;
    for (const { fromM, held } of windows) {
      const isInShort = short.some(({ fromM: from, toM: to }) =>
        [0, piece.lengthM].some((round) => {
          if (round > 0 && !piece.isClosed) return false;
          return from <= fromM + round && fromM + round + windowM + 0.5 <= to;
        }),
      );
      const isWholeRing = short.some(
        (each) => piece.isClosed && each.toM - each.fromM >= piece.lengthM,
      );
      if (held < count) expect(isInShort || isWholeRing, `seed ${seed} at ${fromM}`).toBe(true);
    }
  }
  expect(brokenCount).toBeGreaterThan(500);
  expect(metCount).toBeGreaterThan(500);
});

test("for one ad the longest sparse stretch is the longest empty one", () => {
  for (let seed = 1; seed <= 500; seed++) {
    const { piece } = randomPiece(seed);
    const { chainages, lengthM, isClosed } = piece;
    const longest = Math.max(...sparseStretches(piece, 1).map(({ fromM, toM }) => toM - fromM));
    expect(longest, `seed ${seed}`).toBe(emptyStretch(chainages, lengthM, isClosed));
  }
});

test("stretches are joined where they overlap, and over the seam of a ring", () => {
  const street = { chainages: [100, 200, 900], lengthM: 1000, isClosed: false };
  expect(heldInWindows(street, { windowM: 500, count: 2 })).toEqual({
    least: 0,
    short: [{ fromM: 100, toM: 1000 }],
  });
  const ring = { chainages: [300, 400], lengthM: 1000, isClosed: true };
  expect(heldInWindows(ring, { windowM: 500, count: 1 })).toEqual({
    least: 0,
    short: [{ fromM: 400, toM: 1300 }],
  });
  expect(heldInWindows(ring, { windowM: 900, count: 1 })).toEqual({ least: 1, short: [] });
});
