import { describe, expect, test } from "vitest";
import type { Problem } from "../../../domain/problem.ts";
import { noFilter, type ProblemFilter } from "../../../domain/problem-filter.ts";
import { MAX_BLOCK_ZOOM } from "../../../domain/spatial/micro-cells.ts";
import { tilesCovering } from "../../../domain/spatial/web-mercator.ts";
import { blockClusters, clusterRadii } from "../../../server/problem-index/block-clusters.ts";
import { cityTables } from "../../../server/problem-index/city-tables.ts";
import { countProblems } from "../../../server/problem-index/count-problems.ts";
import { ProblemIndex } from "../../../server/problem-index/problem-index.ts";
import { aProblem, at, T0 } from "../../support/city-builder.ts";
import { passes, standing } from "../../support/plain-filter.ts";
import { seeded } from "../../support/random.ts";
import { gridCity, randomProblems } from "../../support/random-city.ts";
import { randomFilter } from "../../support/random-filter.ts";
import { TODAY } from "../../support/test-city.ts";

const pack = gridCity();
const tables = cityTables(pack);
const everywhere = [...at(-10, -10), ...at(60, 60)] as [number, number, number, number];

function indexOf(problems: readonly Problem[]): ProblemIndex {
  const index = new ProblemIndex(tables);
  for (const problem of problems) index.append(problem);
  index.build();
  return index;
}

/** A base, a tail, and changed rows in both; with the problems as they stand now. */
function livedIn(seed: number, count: number) {
  const random = seeded(seed);
  const problems = randomProblems(random, count);
  const base = Math.floor(count * 0.8);
  const index = indexOf(problems.slice(0, base));
  for (const problem of problems.slice(base)) index.append(problem);
  for (const changed of randomProblems(random, Math.floor(count / 5))) {
    const serial = random.below(count);
    const before = problems[serial]!;
    const isMoved = random() < 0.5;
    const after = {
      ...changed,
      id: before.id,
      position: isMoved ? changed.position : before.position,
    };
    problems[serial] = after;
    index.replace(serial, after);
  }
  return { index, problems, random };
}

function clusterSum(
  index: ProblemIndex,
  filter: ProblemFilter,
  z: number,
  radius: 46 | 62 | 74 | 86,
) {
  const rows = index.compile(filter, TODAY);
  const clusters = tilesCovering(everywhere, z).flatMap((tile) =>
    blockClusters(index, rows, tile, radius),
  );
  const sum = (pick: (c: (typeof clusters)[number]) => number) =>
    clusters.reduce((total, cluster) => total + pick(cluster), 0);
  return {
    total: sum((c) => c.count),
    open: sum((c) => c.open),
    overdue: sum((c) => c.overdue),
    closed: sum((c) => c.closed),
    classes: sum((c) => c.byClass.reduce((a, b) => a + b, 0)),
  };
}

describe("the problem index", () => {
  test("counts what a plain reading of the filter counts, for random filters, with a tail and changed rows", () => {
    const { index, problems, random } = livedIn(11, 3000);
    for (let round = 0; round < 60; round++) {
      const filter = randomFilter(random, pack);
      const t = filter.asOf ?? TODAY;
      const expected = problems.filter((problem) => passes(problem, filter, pack, TODAY));
      const counts = countProblems(index, index.compile(filter, TODAY));
      const by = (status: string) => expected.filter((p) => standing(p, t) === status).length;
      expect(counts.total, JSON.stringify(filter)).toBe(expected.length);
      expect(counts.closed).toBe(by("closed"));
      expect(counts.overdue).toBe(by("overdue"));
      expect(counts.open).toBe(by("open") + by("overdue"));
      expect([...counts.byCategory].reduce((a, b) => a + b, 0)).toBe(expected.length);
      expect([...counts.bySource].reduce((a, b) => a + b, 0)).toBe(expected.length);
    }
  });

  test("clusters of the blocks that tile the world add up to the count, at every zoom, radius and filter", () => {
    const { index, random } = livedIn(12, 2000);
    for (let round = 0; round < 40; round++) {
      const filter = round === 0 ? noFilter : randomFilter(random, pack);
      const { total, open, overdue, closed } = countProblems(index, index.compile(filter, TODAY));
      const z = random.below(15);
      const sums = clusterSum(index, filter, z, random.pick(clusterRadii));
      expect(sums, `z ${z} ${JSON.stringify(filter)}`).toEqual({
        total,
        open,
        overdue,
        closed,
        classes: total,
      });
    }
  });

  test("a block's answer does not depend on what was asked before, nor on rows being in base or tail", () => {
    const problems = randomProblems(seeded(13), 2000);
    const whole = indexOf(problems);
    const halves = indexOf(problems.slice(0, 900));
    for (const problem of problems.slice(900)) halves.append(problem);
    const tiles = [3, 9, 12, 14, 17].flatMap((z) => tilesCovering(everywhere, z).slice(0, 6));
    const answer = (index: ProblemIndex, at: number) => {
      const clusters = blockClusters(index, index.compile(noFilter, TODAY), tiles[at]!, 62);
      return JSON.stringify(
        clusters.map(({ row, ...rest }) => ({ ...rest, id: row < 0 ? null : index.idOfRow(row) })),
      );
    };
    const first = tiles.map((_, at) => answer(whole, at));
    for (const at of [...tiles.keys()].reverse()) {
      expect(answer(whole, at)).toBe(first[at]);
      expect(answer(halves, at)).toBe(first[at]);
    }
  });

  test("a problem on the border of two tiles, at a pole or at the date line is in exactly one block", () => {
    const positions: [number, number][] = [
      [0, 0],
      [180, 0],
      [-180, 0],
      [0, 90],
      [0, -90],
      [90, 66.51326044311186],
      [-45, 85.0511],
      [114.3, 30.6],
    ];
    const index = indexOf(positions.map((position) => aProblem({ position })));
    for (let z = 0; z <= 5; z++) {
      const side = 2 ** z;
      let total = 0;
      for (let y = 0; y < side; y++) {
        for (let x = 0; x < side; x++) {
          const clusters = blockClusters(index, index.compile(noFilter, TODAY), { z, x, y }, 62);
          total += clusters.reduce((sum, { count }) => sum + count, 0);
        }
      }
      expect(total).toBe(positions.length);
    }
  });

  test("rings of one block do not overlap", () => {
    const index = indexOf(randomProblems(seeded(14), 4000));
    const filter = index.compile(noFilter, TODAY);
    for (const z of [8, 10, 11, 12, 13, 16]) {
      for (const tile of tilesCovering(everywhere, z)) {
        const size = 2 ** (z + 3) * 256;
        const rings = blockClusters(index, filter, tile, 62).map(({ lng, lat, count }) => {
          const sin = Math.sin((lat * Math.PI) / 180);
          const y = (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * size;
          return { x: (lng / 360 + 0.5) * size, y, r: ringRadius(count) };
        });
        for (const [i, a] of rings.entries()) {
          for (const b of rings.slice(i + 1)) {
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.r + b.r);
          }
        }
      }
    }
  });

  test("folding the tail changes no answer and drops dead rows", () => {
    const { index, problems, random } = livedIn(15, 1500);
    const filters = Array.from({ length: 12 }, () => randomFilter(random, pack));
    const before = filters.map((filter) => countProblems(index, index.compile(filter, TODAY)));
    const more = randomProblems(random, 5000, "later");
    for (const problem of more) index.append(problem);
    index.settle();
    expect(index.baseCount).toBe(index.columns.count);
    expect(index.columns.count).toBe(problems.length + more.length);
    for (const [at, filter] of filters.entries()) {
      const added = more.filter((problem) => passes(problem, filter, pack, TODAY)).length;
      const { total } = countProblems(index, index.compile(filter, TODAY));
      expect(total).toBe(before[at]!.total + added);
    }
  });

  test("withdrawn, rejected and unplaced reports are in no total and counted apart", () => {
    const index = indexOf([
      aProblem({ state: "withdrawn" }),
      aProblem({ state: "withdrawn", position: null }),
      aProblem({ state: "rejected" }),
      aProblem({ position: null }),
      aProblem({}),
      aProblem({ reportedAt: TODAY + 1 }),
    ]);
    const counts = countProblems(index, index.compile(noFilter, TODAY));
    expect(counts).toMatchObject({ total: 1, unplaced: 1, withdrawn: 2, rejected: 1 });
  });

  test("at the very moment of its time limit a problem is not overdue yet; at its closing it is closed", () => {
    const problem = aProblem({
      reportedAt: T0,
      dueAt: T0 + 1000,
      closings: [{ closedAt: T0 + 5000, reopenedAt: null }],
    });
    const index = indexOf([problem]);
    const statusAt = (t: number) => {
      const { open, overdue, closed } = countProblems(
        index,
        index.compile({ ...noFilter, asOf: t }, TODAY),
      );
      return [open, overdue, closed];
    };
    expect(statusAt(T0 - 1)).toEqual([0, 0, 0]);
    expect(statusAt(T0)).toEqual([1, 0, 0]);
    expect(statusAt(T0 + 1000)).toEqual([1, 0, 0]);
    expect(statusAt(T0 + 1001)).toEqual([1, 1, 0]);
    expect(statusAt(T0 + 5000)).toEqual([0, 0, 1]);
  });

  test("stays within its deepest block", () => {
    const index = indexOf([aProblem({})]);
    const [tile] = tilesCovering([...at(5, 5), ...at(5, 5)] as never, MAX_BLOCK_ZOOM);
    expect(blockClusters(index, index.compile(noFilter, TODAY), tile!, 62)).toHaveLength(1);
  });
});

/** Steps of the look, px. */
function ringRadius(count: number): number {
  const steps = [
    [1, 6],
    [2, 14],
    [10, 18],
    [25, 22],
    [60, 27],
    [120, 32],
  ] as const;
  return steps.findLast(([from]) => count >= from)![1];
}
