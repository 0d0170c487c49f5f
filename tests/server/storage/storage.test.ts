import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { DomainError } from "../../../domain/errors.ts";
import { startPrivatePostgres } from "../../../scripts/private-postgres.ts";
import { importProblems } from "../../../server/services/import-problems.ts";
import { openPostgres } from "../../../server/storage/postgres.ts";
import { openMemory, openSqlite } from "../../../server/storage/sqlite.ts";
import type { NewProblem, Storage } from "../../../server/storage/storage.ts";
import { aProblem, at, T0 } from "../../support/city-builder.ts";
import { seeded } from "../../support/random.ts";
import { randomProblems } from "../../support/random-city.ts";

const postgres = await startPrivatePostgres();
afterAll(() => postgres?.stop());

/** Every adapter keeps the same promises. */
type Adapter = [name: string, open: () => Promise<Storage>];
const adapters: Adapter[] = [
  ["sqlite", openMemory],
  ...(postgres
    ? [["postgres", async () => openPostgres(await postgres.database(), fail)] as Adapter]
    : []),
];
if (!postgres) test.skip("storage on postgres: no PostgreSQL is installed here");

function fail(message: string): never {
  throw new Error(message);
}

const fresh = (
  given: Parameters<typeof aProblem>[0],
  clientId: string | null = null,
): NewProblem => ({
  ...aProblem(given),
  clientId,
  placeId: null,
  isPlacePending: false,
});

describe.each(adapters)("storage on %s", (_, open) => {
  let storage: Storage;
  beforeEach(async () => {
    storage = await open();
  });
  afterEach(() => storage.close());

  async function everything() {
    const all = [];
    for await (const batch of storage.problems()) all.push(...batch);
    return all;
  }

  test("gives back every field of a problem as it was", async () => {
    const problems = randomProblems(seeded(91), 50).map((problem, i) => ({
      ...problem,
      description: "'; drop table problem; -- “引号” \n[1,2]",
      photos:
        i % 3 ? [] : [{ file: "a.png", kind: "before" as const, takenAt: "2026-01-01T00:00:00Z" }],
      clientId: null,
      placeId: i % 2 ? i : null,
      isPlacePending: false,
    }));
    const seqs = await storage.write((writer) => writer.insertProblems(problems));
    expect(seqs).toEqual(problems.map((_, i) => i + 1));
    const expected = problems.map(({ isPlacePending: _, ...problem }, i) => ({
      ...problem,
      seq: i + 1,
      version: 1,
    }));
    expect(await everything()).toEqual(expected);
    expect(await storage.problemsBySeq([3, 1, 99])).toEqual([expected[2], expected[0]]);
  });

  test("reads more than one batch, each row once and in order", async () => {
    const many = Array.from({ length: 12_345 }, (_, i) => fresh({ id: `m${i}` }));
    await storage.write((writer) => writer.insertProblems(many));
    expect((await everything()).map(({ id }) => id)).toEqual(many.map(({ id }) => id));
  });

  test("a write that fails leaves nothing of itself", async () => {
    const failing = storage.write(async (writer) => {
      await writer.insertProblems([fresh({ id: "gone" })]);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await storage.countProblems()).toBe(0);
  });

  test("an id and a client id are kept once", async () => {
    await storage.write((writer) => writer.insertProblems([fresh({ id: "one" }, "c1")]));
    await expect(storage.write((w) => w.insertProblems([fresh({ id: "one" })]))).rejects.toThrow();
    await expect(
      storage.write((w) => w.insertProblems([fresh({ id: "two" }, "c1")])),
    ).rejects.toThrow();
    expect((await storage.problemByClientId("c1"))?.id).toBe("one");
  });

  test("every audited change makes a higher revision", async () => {
    const entry = {
      at: T0,
      actor: "a",
      action: "b",
      entity: "problem",
      entityId: "p",
      before: null,
      after: { x: 1 },
    };
    const first = await storage.write((writer) => writer.audit(entry));
    const second = await storage.write((writer) => writer.audit(entry));
    expect(second).toBeGreaterThan(first);
    expect(await storage.revision()).toBe(second);
    expect(await storage.auditOf("problem", "p")).toMatchObject([entry, entry]);
  });

  test("whoever is behind the log hears that it was cut, nobody else does", async () => {
    for (let i = 0; i < 6; i++) {
      await storage.write((writer) => writer.insertProblems([fresh({ id: `l${i}` })]));
    }
    const all = await storage.changesAfter(0);
    expect(all.map(({ problems }) => problems)).toEqual([1, 2, 3, 4, 5, 6].map((n) => [[n, n]]));
    const [fourth, fifth] = [all[3]?.id ?? 0, all[4]?.id ?? 0];
    expect(await storage.forgetChanges(2)).toBe(4);
    expect((await storage.changesAfter(fourth)).map(({ id }) => id)).toEqual([fifth, fifth + 1]);
    expect(await storage.changesAfter(await storage.logEnd())).toEqual([]);
    await expect(storage.changesAfter(fourth - 1)).rejects.toThrow(RangeError);
    expect(await storage.forgetChanges(2)).toBe(0);
  });

  test("stacks are coordinates with enough different addresses, however many reports", async () => {
    const [a, b] = [at(1, 1), at(2, 2)];
    await storage.write((writer) =>
      writer.insertProblems([
        ...Array.from({ length: 15 }, (_, i) => fresh({ position: a, address: `街 ${i}` })),
        ...Array.from({ length: 40 }, () => fresh({ position: b, address: "同一处" })),
        fresh({ position: null, address: "街 99" }),
      ]),
    );
    const stacks = await storage.stacks(15);
    expect(stacks).toEqual([
      { lngE7: Math.round(a[0] * 1e7), latE7: Math.round(a[1] * 1e7), addresses: 15, reports: 15 },
    ]);
  });

  test("an import run again changes nothing; a newer record updates the old one with an audit row", async () => {
    const problems = randomProblems(seeded(92), 300);
    const run = (batch: typeof problems) => {
      const context = { storage, now: () => T0, actor: "a", source: "f" };
      return importProblems(
        context,
        (async function* () {
          yield batch;
        })(),
      );
    };
    expect(await run(problems)).toMatchObject({ added: 300, updated: 0, unchanged: 0 });
    expect(await run(problems)).toMatchObject({ added: 0, updated: 0, unchanged: 300 });
    const newer = problems.map((problem, i) =>
      i === 7 ? { ...problem, description: "新" } : problem,
    );
    expect(await run(newer)).toMatchObject({ added: 0, updated: 1, unchanged: 299 });
    const id = problems[7]?.id ?? "";
    expect((await storage.problemsById([id]))[0]).toMatchObject({ description: "新", version: 2 });
    expect(await storage.auditOf("problem", id)).toHaveLength(1);
    expect(await storage.countProblems()).toBe(300);
  });

  test("ads, their rules and plans are kept, replaced by id, and told to whoever follows", async () => {
    const ad = (id: string, version: number) => ({
      id,
      record: { id, carrier: "lamp", state: "ok", x: 114.3, y: 30.6 },
      version,
      changedAt: T0 + version,
      account: "p",
      actorName: "规划员",
    });
    const rules = {
      version: "v4",
      rules: { perKm: 8 },
      savedAt: T0,
      account: "p",
      actorName: "规",
    };
    const plan = {
      id: "P1",
      name: "方案一",
      madeAt: T0,
      account: "p",
      actorName: "规",
      asked: { objective: "cost" },
      figures: { cost: 12.5 },
      result: '{"actions":[]}',
    };
    const before = await storage.logEnd();
    await storage.write(async (writer) => {
      await writer.saveAds([ad("B", 1), ad("A", 1)]);
      await writer.addAdRules(rules);
      await writer.saveAdPlan(plan);
    });
    await storage.write((writer) => writer.saveAds([ad("A", 2)]));
    expect(await storage.ads()).toEqual([ad("A", 2), ad("B", 1)]);
    expect(await storage.adsById(["B", "unknown"])).toEqual([ad("B", 1)]);
    expect(await storage.adRuleSets()).toEqual([rules]);
    const { result: _, ...head } = plan;
    expect(await storage.adPlans(10)).toEqual([head]);
    expect(await storage.adPlan("P1")).toEqual(plan);
    const told = await storage.changesAfter(before);
    expect(told.map(({ tables }) => tables)).toEqual([["ads"], ["ads"]]);
    await expect(storage.write((writer) => writer.addAdRules(rules))).rejects.toThrow();
    await storage.write((writer) => writer.removeAdPlan("P1"));
    expect(await storage.adPlan("P1")).toBeNull();
  });
});

test("a second start on the same folder is refused with the folder's name; after closing it is free", async () => {
  const folder = mkdtempSync(join(tmpdir(), "wangge-"));
  try {
    const first = await openSqlite(folder);
    const second = openSqlite(folder);
    await expect(second).rejects.toThrow(DomainError);
    await expect(second).rejects.toMatchObject({
      reason: "state-in-use",
      params: { folder, pid: process.pid },
    });
    await first.close();
    await (await openSqlite(folder)).close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
