import { describe, expect, test } from "vitest";
import {
  defaultBeside,
  groundLayers,
  layersBeside,
} from "../../../../../client/features/workbench/responsibility/coloured-layers.ts";
import {
  chosenCount,
  shortNames,
  shownUnits,
  toggledChoice,
} from "../../../../../client/features/workbench/responsibility/matrix-shape.ts";
import { switchable } from "../../../../../client/map/layers/registry.ts";
import type { MatrixUnit } from "../../../../../domain/contract/responsibility.ts";

const counts = (total: number) => ({ total, open: total, overdue: 0, recurrences: 0 });
const unit = (unitId: string, name: string | null, total = 1, holdsNow = true): MatrixUnit => ({
  unitId,
  name,
  holdsNow,
  counts: counts(total),
});

describe("the matrix as a table", () => {
  test("leaves out a remainder of nothing and units that left without a trace, never one in charge", () => {
    const units = [
      unit("A", "甲", 0),
      unit("B", "乙", 0, false),
      unit("C", "丙", 3, false),
      unit("none", null, 0, false),
    ];
    expect(shownUnits(units).map(({ unitId }) => unitId)).toEqual(["A", "C"]);
    expect(shownUnits([unit("none", null, 2, false)])).toHaveLength(1);
  });

  test("shortens names by what all of them end in, and no further than they differ", () => {
    const short = (...names: string[]) => [
      ...shortNames(names.map((name, i) => unit(String(i), name))).values(),
    ];
    expect(short("市容环境分指挥部", "工地管理分指挥部")).toEqual(["市容环境", "工地管理"]);
    expect(short("城北区", "城南区", "城")).toEqual(["城北区", "城南区", "城"]);
    expect(short("部", "分部")).toEqual(["部", "分部"]);
    expect(short("市容环境分指挥部")).toEqual(["市容环境分指挥部"]);
    expect(shortNames([unit("none", null)]).size).toBe(0);
  });

  test("a click picks, another picks instead, the same once more takes back", () => {
    const cell = { line: "A", block: "X" };
    const nothing = { line: null, block: null };
    expect(toggledChoice(nothing, cell)).toEqual({ line: "A", block: "X" });
    expect(toggledChoice(cell, { line: "A", block: null })).toEqual({
      line: "A",
      block: undefined,
    });
    expect(toggledChoice(cell, cell)).toEqual({ line: undefined, block: undefined });
  });

  test("states what the list counts: of the cell, the row, the column, or all", () => {
    const matrix = {
      lines: [unit("A", "甲", 5)],
      blocks: [unit("X", "东", 4)],
      cells: [{ line: "A", block: "X", ...counts(3) }],
      total: counts(9),
      shared: 0,
    };
    const total = (line: string | null, block: string | null) =>
      chosenCount(matrix, { line, block })?.total;
    expect([total("A", "X"), total("A", null), total(null, "X"), total(null, null)]).toEqual([
      3, 5, 4, 9,
    ]);
    expect(total("A,B", null)).toBeUndefined();
  });
});

describe("layers beside a coloured ground", () => {
  test("measures of density come off and come back with the colour gone", () => {
    const coloured = layersBeside("lead", undefined);
    expect(coloured?.split(",")).not.toContain("hexagons");
    expect(coloured?.split(",")).toContain("clusters");
    expect(layersBeside(null, coloured)).toBeUndefined();
  });

  test("are those of the registry", () => {
    const ground = switchable.filter(({ exclusive }) => exclusive !== undefined);
    expect(new Set<string>(groundLayers)).toEqual(new Set(ground.map(({ id }) => id)));
    const beside = switchable.filter(({ isDefault, exclusive }) => isDefault && !exclusive);
    expect(defaultBeside).toBe(beside.map(({ id }) => id).join());
  });

  test("what a person switched stays", () => {
    expect(layersBeside("unit", "zones,heat,sections")).toBe("zones,sections");
    expect(layersBeside("unit", "heat")).toBe("none");
    expect(layersBeside(null, "zones,sections")).toBe("zones,sections");
  });
});
