import { describe, expect, it, test } from "vitest";
import type { AdRecord } from "../../../../domain/ads/ad-record.ts";
import { AdChoices, AdMerge, adChoices } from "../../../../domain/ads/inventory/merge-ads.ts";
import type { AdDraft } from "../../../../domain/ads/inventory/read-ad.ts";
import { lngLat } from "../../../../domain/spatial/lng-lat.ts";
import { localPlane } from "../../../../domain/spatial/local-plane.ts";
import { type Random, seeded } from "../../../support/random.ts";

const plane = localPlane(lngLat(114.3, 30.6));
/** Metres east of the middle. */
const east = (m: number) => plane.toLngLat(m, 0);
const ad = (id: string, m: number, rest: Partial<AdRecord> = {}): AdRecord => {
  const [x, y] = east(m);
  return { id, x, y, carrier: "lamp", state: "ok", ...rest };
};
const draft = (row: number, id: string, m: number, fields = {}): AdDraft => ({
  row,
  ownId: id,
  id,
  at: east(m),
  otherwise: {},
  fields: { carrier: "lamp", state: "ok", ...fields },
});

function merged(known: readonly AdRecord[], rows: readonly AdDraft[], choices = {}) {
  const merge = new AdMerge(known, { plane, choices: AdChoices.parse(choices) });
  return { rows: rows.map((each) => merge.take(each)), changes: merge.changes() };
}
const outcomes = (result: ReturnType<typeof merged>) =>
  result.rows.map(({ outcome, double }) => [outcome, double?.kind ?? null]);

describe("what may be the same", () => {
  it.each([
    ["by id", ad("A", 500), {}, "A", "same-id"],
    ["near by", ad("B", 4), {}, "A", "same-place"],
    ["not further off", ad("B", 6), {}, "A", null],
    ["not of another carrier", ad("B", 1, { carrier: "mural" }), {}, "A", null],
    ["not when it faces elsewhere", ad("B", 1, { facing: 90 }), { facing: 270 }, "A", null],
    ["when one does not say where it faces", ad("B", 1, { facing: 90 }), {}, "A", "same-place"],
    ["not where one was removed", ad("B", 1, { state: "removed" }), {}, "A", null],
    ["by its picture", ad("B", 90, { photo: "p.jpg" }), { photo: "p.jpg" }, "A", "same-photo"],
  ] as const)("%s", (_, known, fields, id, kind) => {
    const [row] = merged([known], [draft(1, id, 0, { theme: "health", ...fields })]).rows;
    expect(row?.double?.kind ?? null).toBe(kind);
  });

  it("in the file itself, with the row", () => {
    const { rows } = merged([], [draft(2, "A", 0), draft(3, "B", 3)]);
    expect(rows[1]?.double).toMatchObject({ id: "A", row: 2, kind: "same-place" });
  });
});

describe("what is chosen", () => {
  const known = [ad("K", 0, { note: "旧" })];
  const row = draft(2, "R", 3, { state: "damaged" });

  it("leaves the known one, makes it what the row says where it stands, or adds another", () => {
    expect(merged(known, [row]).changes).toEqual([]);
    const updated = merged(known, [row], { "same-place": "update" });
    expect(updated.changes).toEqual([{ ...known[0], state: "damaged" }]);
    const added = merged(known, [row], { rows: { 2: "new" } });
    expect(added.changes.map(({ id }) => id)).toEqual(["R"]);
  });

  it("gives another of the same id a number of its own, once", () => {
    const moved = draft(2, "K", 700);
    const first = merged(known, [moved], { "same-id": "new" });
    expect(first.changes.map(({ id }) => id)).toEqual(["K-2"]);
    const again = merged([...known, ...first.changes], [moved], { "same-id": "new" });
    expect(again.changes).toEqual([]);
    expect(outcomes(again)).toEqual([["unchanged", "same-place"]]);
  });

  it("moves the known one by its id alone", () => {
    const [moved] = merged(known, [draft(2, "K", 700)]).changes;
    expect(moved).toMatchObject({ id: "K", note: "旧" });
    expect(plane.x(moved?.x ?? 0)).toBeCloseTo(700, 3);
  });
});

function randomFile(random: Random): AdDraft[] {
  return Array.from({ length: 40 }, (_, i) =>
    draft(i + 2, `R${random.below(30)}`, 40 * random.below(20) + 3 * random.below(3), {
      carrier: random.pick(["lamp", "mural"]),
      state: random.pick(["ok", "damaged", "removed"]),
      ...(random() < 0.3 && { facing: 90 * random.below(4) }),
      ...(random() < 0.1 && { photo: `p${random.below(5)}` }),
    }),
  );
}

test("every row becomes one thing, and what is written is what the outcomes say", () => {
  for (let seed = 0; seed < 60; seed++) {
    const random = seeded(seed);
    const known = Array.from({ length: 10 }, (_, i) => ad(`R${i}`, 40 * i));
    const choices = Object.fromEntries(
      ["same-id", "same-place", "same-photo"].map((kind) => [kind, random.pick(adChoices)]),
    );
    const file = randomFile(random);
    const { rows, changes } = merged(known, file, choices);
    expect(rows.map(({ row }) => row)).toEqual(file.map(({ row }) => row));
    const touched = rows.filter(({ outcome }) => outcome === "added" || outcome === "updated");
    const ids = new Set(touched.map(({ id }) => id));
    for (const { id } of changes) expect(ids).toContain(id);
    const added = new Set(rows.filter((r) => r.outcome === "added").map(({ id }) => id));
    const fresh = changes.filter(({ id }) => !known.some((each) => each.id === id));
    expect(new Set(fresh.map(({ id }) => id))).toEqual(added);
    for (const { double, outcome } of rows) if (!double) expect(outcome).toBe("added");
  }
});

test("a file of ads that stand apart changes nothing when it is taken in again, whatever is chosen", () => {
  for (let seed = 0; seed < 30; seed++) {
    const random = seeded(1000 + seed);
    const known = Array.from({ length: 12 }, (_, i) => ad(`K${i}`, 40 * i));
    const file = Array.from({ length: 30 }, (_, i) =>
      draft(i + 2, random() < 0.3 ? `K${i}` : `R${i}`, 40 * i + 2, {
        state: random.pick(["ok", "faded"]),
      }),
    );
    const choices = Object.fromEntries(
      ["same-id", "same-place", "same-photo"].map((kind) => [kind, random.pick(adChoices)]),
    );
    const first = merged(known, file, choices);
    const kept = new Map([...known, ...first.changes].map((each) => [each.id, each]));
    expect(merged([...kept.values()], file, choices).changes).toEqual([]);
  }
});
