import { describe, expect, test } from "vitest";
import { mergeZones } from "../../../domain/zone-edit/merge-zones.ts";
import { moveVertex } from "../../../domain/zone-edit/move-vertex.ts";
import { splitByLine } from "../../../domain/zone-edit/split-by-line.ts";
import { suggestChildName, suggestNames } from "../../../domain/zone-edit/suggest-names.ts";
import {
  applyEdit,
  draftedZones,
  emptyDraft,
  isEmptyDraft,
  renameZone,
  type ZoneDraft,
} from "../../../domain/zone-edit/zone-draft.ts";
import { isRefused, type Refused, type ZoneEdit } from "../../../domain/zone-edit/zone-edit.ts";
import { defects, ringOf, shakenGrid } from "./zone-grid.ts";

const base = shakenGrid([]);

function done(outcome: ZoneEdit | Refused): ZoneEdit {
  if (isRefused(outcome)) throw new Error(outcome.refused);
  return outcome;
}

/** C11 cut in two along a diagonal. */
function splitDraft(): ZoneDraft {
  const ring = ringOf(base, "C11");
  const names = () => [
    { id: "C11A", name: "甲" },
    { id: "C11B", name: "乙" },
  ];
  const edit = done(splitByLine(base, "C11", [ring[0] ?? [], ring[2] ?? []], names));
  return applyEdit(base, emptyDraft, edit, "split");
}

describe("a draft of several operations", () => {
  test("says whose place a zone takes in ids that stand", () => {
    const split = splitDraft();
    const zones = draftedZones(base, split);
    const merge = done(mergeZones(zones, ["C11A", "C11B", "C12"], { id: "M", name: "合" }));
    const draft = applyEdit(base, split, merge, "merge");
    expect(draft.kind).toBe("split");
    expect([...draft.removed].sort()).toEqual(["C11", "C12"]);
    const made = draft.zones.find(({ id }) => id === "M");
    expect([...(made?.from ?? [])].sort()).toEqual(["C11", "C12"]);
    expect(draft.zones.some(({ id }) => id.startsWith("C11"))).toBe(false);
    expect(defects(draftedZones(base, draft))).toEqual([]);
  });

  test("keeps whose place a new zone takes when its border is moved", () => {
    const split = splitDraft();
    const [corner = []] = ringOf(base, "C11");
    const to = [(corner[0] ?? 0) + 0.0001, (corner[1] ?? 0) + 0.0002];
    const moved = done(moveVertex(draftedZones(base, split), corner, to));
    const draft = applyEdit(base, split, moved, "edit");
    expect(draft.kind).toBe("split");
    for (const id of ["C11A", "C11B"]) {
      expect(draft.zones.find((each) => each.id === id)?.from).toEqual(["C11"]);
    }
    expect(draft.zones.find(({ id }) => id === "C01")?.from).toEqual([]);
  });

  test("brings an id back that a merger goes on under", () => {
    const edit = done(mergeZones(base, ["C11", "C12"], { id: "C11", name: "C11" }));
    const draft = applyEdit(base, emptyDraft, edit, "merge");
    expect(draft.removed).toEqual(["C12"]);
    expect(draftedZones(base, draft).length).toBe(base.length - 1);
  });

  test("renames a new zone, its children with it", () => {
    const merged = done(mergeZones(base, ["C11", "C12"], { id: "M", name: "合" }));
    const child = { ...base[5], id: "K", parentId: "M", from: [] } as ZoneDraft["zones"][number];
    const draft = applyEdit(base, emptyDraft, merged, "merge");
    const renamed = renameZone({ ...draft, zones: [...draft.zones, child] }, "M", {
      id: "N",
      name: "新",
    });
    expect(renamed.zones.find(({ id }) => id === "N")?.name).toBe("新");
    expect(renamed.zones.find(({ id }) => id === "K")?.parentId).toBe("N");
  });

  test("is empty before the first", () => {
    expect(isEmptyDraft(emptyDraft)).toBe(true);
    expect(isEmptyDraft(splitDraft())).toBe(false);
  });
});

test("suggested ids are free ones", () => {
  const of = { id: "Z0101", name: "青云社区" };
  expect(suggestNames(of, 2, new Set(["Z0101A"]))).toEqual([
    { id: "Z0101B", name: "青云社区B" },
    { id: "Z0101C", name: "青云社区C" },
  ]);
  expect(suggestNames(of, 28, new Set()).at(-1)?.id).toBe("Z0101AB");
  expect(suggestChildName("Z01", "新", new Set(["Z0101", "Z0102"])).id).toBe("Z0103");
});
