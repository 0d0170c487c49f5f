import { join } from "node:path";
import { adjustedP } from "../../domain/statistics/benjamini-hochberg.ts";
import { getisOrd, type Spread, spreadOf } from "../../domain/statistics/getis-ord.ts";
import { twoSidedP } from "../../domain/statistics/normal-distribution.ts";
import { permutedGetisOrd } from "./permuted-getis-ord.ts";
import { readReferenceTable } from "./reference-table.ts";
import type { Suite } from "./suite.ts";

type Weighting = "w_binary" | "w_row" | "w_dist";
type Neighbour = { readonly cell: number } & Readonly<Record<Weighting, number>>;

export const getisOrdSuite: Suite = {
  folder: "recurrence/gistar",
  references: /^(expected|perm_reference).*\.csv$/,
  answer(folder) {
    const cells = readReferenceTable(join(folder, "cells.csv"));
    const values = cells.map(({ value }) => Number(value));
    const ids = cells.map(({ id }) => id ?? "");
    const around = readNeighbours(join(folder, "weights_self_included.csv"), ids);
    const spread = spreadOf(values);
    const z = (cell: number, weighting: Weighting) =>
      zOf(around[cell] ?? [], weighting, values, spread);
    const binary = values.map((_, cell) => z(cell, "w_binary"));
    const p = binary.map(twoSidedP);
    const adjusted = adjustedP(Float64Array.from(p));
    const permuted = permutedGetisOrd(
      values,
      around.map((near) => near.map(({ cell }) => cell)),
    );
    return {
      "expected.csv": {
        rows: cells.map(({ id }, cell) => ({
          id: Number(id),
          gistar_binary: binary[cell],
          gistar_row: z(cell, "w_row"),
          gistar_dist: z(cell, "w_dist"),
          gi_noself_binary: zWithoutSelf(cell, around[cell] ?? [], values),
          p_two_sided: p[cell],
          p_bh: adjusted[cell],
          sig_fdr_05: (adjusted[cell] ?? 1) <= 0.05,
          bin: confidenceBin(binary[cell] ?? 0, adjusted[cell] ?? 1),
        })),
      },
      "perm_reference_loose.csv": {
        rows: cells.map(({ id }, cell) => ({
          id: Number(id),
          E_sim: permuted[cell]?.mean,
          Var_sim: permuted[cell]?.variance,
          p_sim: permuted[cell]?.p,
        })),
        tolerances: {
          E_sim: { absolute: 0.003 },
          Var_sim: { relative: 0.06 },
          p_sim: { absolute: 0.02 },
        },
        // Follows from the two before; the reference states no tolerance of its own for it.
        notJudged: ["z_sim"],
      },
    };
  },
};

function readNeighbours(path: string, ids: readonly string[]): Neighbour[][] {
  const rowOf = new Map(ids.map((id, row) => [id, row]));
  const around: Neighbour[][] = ids.map(() => []);
  for (const { i, j, w_binary, w_row, w_dist } of readReferenceTable(path)) {
    const weights = { w_binary: Number(w_binary), w_row: Number(w_row), w_dist: Number(w_dist) };
    around[rowOf.get(i ?? "") ?? -1]?.push({ cell: rowOf.get(j ?? "") ?? -1, ...weights });
  }
  return around;
}

function zOf(
  near: readonly Neighbour[],
  weighting: Weighting,
  values: readonly number[],
  spread: Spread,
): number {
  let [sum, weights, squares] = [0, 0, 0];
  for (const neighbour of near) {
    const weight = neighbour[weighting];
    sum += weight * (values[neighbour.cell] ?? 0);
    weights += weight;
    squares += weight * weight;
  }
  return getisOrd(sum, weights, squares, spread);
}

/** Gi: the cell itself is left out, of its neighbourhood and of mean and deviation. */
function zWithoutSelf(cell: number, near: readonly Neighbour[], values: readonly number[]): number {
  const others = near.filter((neighbour) => neighbour.cell !== cell);
  const spread = spreadOf(values.filter((_, other) => other !== cell));
  return zOf(others, "w_binary", values, spread);
}

/** 3, 2, 1: significant at 99, 95, 90 %; negative where cold. */
function confidenceBin(z: number, adjusted: number): number {
  const level = [0.01, 0.05, 0.1].findIndex((alpha) => adjusted <= alpha);
  return level < 0 ? 0 : Math.sign(z) * (3 - level);
}
