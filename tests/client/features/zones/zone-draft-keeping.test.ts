import { describe, expect, test } from "vitest";
import { stepDraft } from "../../../../client/features/zones/draft-history.ts";
import { basisOf, isStale } from "../../../../client/features/zones/kept-draft.ts";
import { ancestorsOf, treeRows } from "../../../../client/features/zones/zone-tree-rows.ts";
import { emptyDraft, type ZoneDraft } from "../../../../domain/zone-edit/zone-draft.ts";
import type { ZoneShape } from "../../../../domain/zone-edit/zone-shape.ts";

function zone(id: string, parentId: string | null, x = 0): ZoneShape {
  const ring = [
    [x, 0],
    [x + 1, 0],
    [x + 1, 1],
    [x, 0],
  ];
  const level = parentId === null ? "zone" : "community";
  return {
    id,
    name: `名${id}`,
    level,
    parentId,
    geometry: { type: "Polygon", coordinates: [ring] },
  };
}

const base = [zone("Z02", null, 2), zone("Z01", null), zone("Z0102", "Z01"), zone("Z0101", "Z01")];
const draftOf = (...ids: string[]): ZoneDraft => ({
  kind: "edit",
  zones: ids.map((id) => ({ ...zone(id, "Z01", 5), from: [] })),
  removed: [],
});

test("undo and redo walk through drafts; a new step drops what was undone", () => {
  const [one, two] = [draftOf("Z0101"), draftOf("Z0102")];
  const start = { past: [], now: emptyDraft, future: [] };
  const first = stepDraft(start, { do: "put", draft: one });
  const second = stepDraft(first, { do: "put", draft: two });
  const back = stepDraft(second, { do: "undo" });
  expect(back.now).toBe(one);
  expect(stepDraft(back, { do: "redo" }).now).toBe(two);
  expect(stepDraft(stepDraft(back, { do: "undo" }), { do: "undo" }).now).toBe(emptyDraft);
  expect(stepDraft(back, { do: "put", draft: emptyDraft }).future).toEqual([]);
  expect(stepDraft(second, { do: "restart", draft: emptyDraft })).toEqual(start);
});

describe("a kept draft", () => {
  const draft = draftOf("Z0101", "NEW");
  const basis = basisOf({}, base, draft);

  test("holds while the zones that it changes stand as they did", () => {
    expect(isStale(basis, base, draft)).toBe(false);
    const elsewhere = base.map((each) => (each.id === "Z02" ? zone("Z02", null, 9) : each));
    expect(isStale(basis, elsewhere, draft)).toBe(false);
  });

  test("is stale once one of them has changed or gone, or a new id is taken", () => {
    const moved = base.map((each) => (each.id === "Z0101" ? zone("Z0101", "Z01", 9) : each));
    expect(isStale(basis, moved, draft)).toBe(true);
    expect(
      isStale(
        basis,
        base.filter(({ id }) => id !== "Z0101"),
        draft,
      ),
    ).toBe(true);
    expect(isStale(basis, [...base, zone("NEW", "Z01")], draft)).toBe(true);
  });

  test("keeps what a zone was like when it was first touched", () => {
    const moved = base.map((each) => (each.id === "Z0101" ? zone("Z0101", "Z01", 9) : each));
    expect(basisOf(basis, moved, draft)).toEqual(basis);
  });
});

describe("the tree", () => {
  test("shows children of what is open, in the order of ids", () => {
    const rows = treeRows(base, new Set(["Z01"]), "");
    expect(rows.map(({ zone: each, depth }) => [each.id, depth])).toEqual([
      ["Z01", 1],
      ["Z0101", 2],
      ["Z0102", 2],
      ["Z02", 1],
    ]);
    expect(treeRows(base, new Set(), "").map(({ hasChildren }) => hasChildren)).toEqual([
      true,
      false,
    ]);
  });

  test("shows all that a search finds by id or name, flat", () => {
    expect(treeRows(base, new Set(), "z0102 ").map((row) => row.zone.id)).toEqual(["Z0102"]);
    expect(treeRows(base, new Set(), "名Z01").length).toBe(3);
  });

  test("knows what is above a zone, and does not run in circles", () => {
    expect(ancestorsOf(base, "Z0101")).toEqual(["Z01"]);
    const circle = [zone("A", "B"), zone("B", "A")];
    expect(ancestorsOf(circle, "A")).toEqual(["B", "A"]);
  });
});
