import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { Problem } from "../../../domain/problem.ts";
import { DAY_MS } from "../../../domain/time.ts";
import type { City } from "../../../server/city/city.ts";
import { openCity } from "../../../server/city/open-city.ts";
import { closeProblem } from "../../../server/services/close-problem.ts";
import { createProblem } from "../../../server/services/create-problem.ts";
import { decideSummons } from "../../../server/services/decide-summons.ts";
import { forgetPersonalData } from "../../../server/services/forget-personal-data.ts";
import { reopenProblem } from "../../../server/services/reopen-problem.ts";
import { urgeProblem } from "../../../server/services/urge-problem.ts";
import { withdrawProblem } from "../../../server/services/withdraw-problem.ts";
import { openSqlite } from "../../../server/storage/sqlite.ts";
import { aCity, aProblem, at, T0 } from "../../support/city-builder.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";
import { fill, runningCity } from "../../support/test-city.ts";

const PHONE = "13812345678";
const MASKED = "138****5678";
const LEADER = "市领导 01";
const KEEP_DAYS = 365;

const pack = aCity().withZone("A", [0, 0, 10, 10]).withLead(LEADER, "A").build();
const clock = { now: T0 };
const scratch = scratchFolder();

/** Dropped problems that came as they are, one beyond the first batch. */
const old: readonly Problem[] = Array.from({ length: 700 }, (_, i) =>
  aProblem({
    id: `old${i}`,
    position: at(2, 2),
    state: i === 3 ? "rejected" : "closed",
    description: `第 ${i} 件，电话 ${PHONE}`,
    reportedAt: T0 - 900 * DAY_MS + i * DAY_MS,
    closings: i === 3 ? [] : [{ closedAt: T0 - 899 * DAY_MS + i * DAY_MS, reopenedAt: null }],
  }),
);

let city: City;
const actor = "张三";
const context = () => ({ city, actor });

beforeEach(async () => {
  clock.now = T0;
  city = await runningCity(pack, [], clock);
});

function forget(isDryRun = false) {
  const { storage, change, now } = city;
  return forgetPersonalData({
    storage,
    change,
    now,
    actor: "system",
    keepDays: KEEP_DAYS,
    isDryRun,
  });
}

/** A problem with a number in everything that is written about it, still open. */
async function reported(clientId: string): Promise<string> {
  const written = { description: `王某 ${PHONE}`, address: `人民路 8 号 ${PHONE}` };
  const place = { category: "E0102", source: "hotline", position: at(3, 3) };
  const { problem } = await createProblem(context(), { clientId, ...place, ...written });
  const urge = { clientId: `${clientId}-urge`, person: LEADER, note: `请联系 ${PHONE}` };
  await urgeProblem(context(), problem.id, urge);
  return problem.id;
}

const target = (id: string) => ({ id, version: null });

/** Everything that storage says about a problem, as one text. */
async function written(id: string): Promise<string> {
  const { storage } = city;
  const [problems, urges] = [await storage.problemsById([id]), await storage.urgesOf([id])];
  const steps = await storage.caseSteps([id]);
  return JSON.stringify([problems, urges, steps, await storage.auditOf("problem", id)]);
}

const countIn = (text: string, part: string) => text.split(part).length - 1;

describe("personal data of a problem", () => {
  test("are masked wherever they stand, once it was closed for the time", async () => {
    const id = await reported("c1");
    await closeProblem(context(), target(id), { reason: `已回复 ${PHONE}` });
    clock.now = T0 + KEEP_DAYS * DAY_MS - 1;
    expect(await forget()).toMatchObject({ texts: 0 });
    expect(await written(id)).not.toContain(MASKED);

    const before = await city.storage.problemsById([id]);
    const numbers = countIn(await written(id), PHONE);
    // Description, address, note; the rows of reporting, urging and closing, each before and after.
    expect(numbers).toBeGreaterThanOrEqual(11);
    clock.now = T0 + KEEP_DAYS * DAY_MS;
    expect(await forget()).toMatchObject({ until: T0, subjects: 1 });
    const after = await written(id);
    expect([countIn(after, PHONE), countIn(after, MASKED)]).toEqual([0, numbers]);
    expect(await city.storage.problemsById([id])).toEqual(
      before.map((problem) => ({
        ...problem,
        description: `王某 ${MASKED}`,
        address: `人民路 8 号 ${MASKED}`,
      })),
    );
  });

  test("stay while it is open, and after it was opened again", async () => {
    const [open, again] = [await reported("c1"), await reported("c2")];
    await closeProblem(context(), target(again), {});
    await reopenProblem(context(), target(again), {});
    clock.now = T0 + 10 * KEEP_DAYS * DAY_MS;
    expect(await forget()).toMatchObject({ texts: 0 });
    for (const id of [open, again]) expect(await written(id)).not.toContain(MASKED);
  });

  test("of one that was withdrawn go by the day of that, not of its report", async () => {
    const id = await reported("c1");
    clock.now = T0 + 200 * DAY_MS;
    await withdrawProblem(context(), target(id), { reason: `重复，${PHONE}` });
    clock.now = T0 + (200 + KEEP_DAYS) * DAY_MS - 1;
    expect(await forget()).toMatchObject({ texts: 0 });
    clock.now += 1;
    expect(await forget()).toMatchObject({ subjects: 1 });
    expect(await written(id)).not.toContain(PHONE);
  });

  test("go in batches, and a second run finds nothing", async () => {
    await fill(city.storage, old, T0);
    await city.follow();
    clock.now = T0 + KEEP_DAYS * DAY_MS;
    const revision = city.revision;
    expect(await forget()).toMatchObject({ texts: 700, subjects: 700 });
    expect(city.revision).toBe(revision + 1);
    expect(await forget()).toMatchObject({ texts: 0 });
    expect(city.revision).toBe(revision + 1);
  });
});

test("an order's own number and a version of the record stay as they are", async () => {
  // Eighteen figures that could be an identity card's, as orders of a hotline are numbered.
  const id = "420100202403151234";
  const description = `工单，证件 420106199001011234`;
  const closings = [{ closedAt: T0 + DAY_MS, reopenedAt: null }];
  await fill(city.storage, [aProblem({ id, description, closings })], T0);
  await fill(city.storage, [aProblem({ id, description, closings, address: "新地址" })], T0);
  await city.follow();
  clock.now = T0 + (1 + KEEP_DAYS) * DAY_MS;
  expect(await forget()).toMatchObject({ texts: 3, subjects: 1 });
  const [entry] = await city.storage.auditOf("problem", id);
  expect(entry).toMatchObject({ before: { id, version: 1 }, after: { id, version: 2 } });
  expect(await written(id)).toContain("工单，证件 420*************34");
});

test("reasons of decisions on places go by their own age", async () => {
  const reports = Array.from({ length: 6 }, (_, i) => {
    const reportedAt = T0 - (200 - 12 * i) * DAY_MS;
    const closings = [{ closedAt: reportedAt + 2 * DAY_MS, reopenedAt: null }];
    return aProblem({ position: at(2, 2), reportedAt, closings });
  });
  city = await runningCity(pack, reports, clock);
  await decideSummons(context(), 0, { decision: "dismissed", reason: `与 ${PHONE} 谈过` });
  clock.now = T0 + DAY_MS;
  await decideSummons(context(), 0, { decision: "accepted", reason: `请 ${PHONE} 到场` });
  clock.now = T0 + KEEP_DAYS * DAY_MS;
  expect(await forget()).toMatchObject({ texts: 2, subjects: 1 });
  const reasons = (await city.storage.decisions([0])).map(({ reason }) => reason);
  expect(reasons).toEqual([`与 ${MASKED} 谈过`, `请 ${PHONE} 到场`]);
  const audit = (await city.storage.auditOf("place", "0")).map(({ after }) => after);
  expect(audit).toMatchObject([{ reason: reasons[0] }, { reason: reasons[1] }]);
});

describe("a run", () => {
  test("leaves one row that says how many, and none of the words", async () => {
    const id = await reported("c1");
    await closeProblem(context(), target(id), {});
    clock.now = T0 + KEEP_DAYS * DAY_MS;
    const { texts } = await forget();
    await forget();
    expect(texts).toBeGreaterThan(0);
    expect(await city.storage.auditOf("personal-data", "")).toMatchObject([
      {
        at: clock.now,
        actor: "system",
        action: "forget",
        before: null,
        after: { until: T0, keepDays: KEEP_DAYS, texts, subjects: 1 },
      },
    ]);
  });

  test("that only looks counts the same and changes nothing", async () => {
    const id = await reported("c1");
    await closeProblem(context(), target(id), {});
    clock.now = T0 + KEEP_DAYS * DAY_MS;
    const [before, revision] = [await written(id), await city.storage.revision()];
    const counted = await forget(true);
    expect([await written(id), await city.storage.revision()]).toEqual([before, revision]);
    expect(await forget()).toEqual(counted);
  });

  test("tells whoever shows a problem, and memory stands as a fresh one would", async () => {
    const id = await reported("c1");
    await closeProblem(context(), target(id), {});
    clock.now = T0 + KEEP_DAYS * DAY_MS;
    const heard: string[] = [];
    const stop = city.feed.listen((event) => heard.push(...event.tables));
    await forget();
    stop();
    expect(heard).toEqual(["texts"]);
    const fresh = await openCity(pack, city.storage, city.now);
    expect([city.revision, city.logPosition]).toEqual([fresh.revision, fresh.logPosition]);
    expect(city.problems.size).toBe(fresh.problems.size);
  });
});

test("the file of the database holds no number either", async () => {
  const folder = await scratch.folder();
  const storage = await openSqlite(folder);
  // Longer than a page, as descriptions may be.
  const long = old.map((problem, i) => ({
    ...problem,
    description: `${"长".repeat(i % 7 === 0 ? 2000 : 20)}${problem.description}`,
  }));
  await fill(storage, long, T0);
  await fill(
    storage,
    long.map((problem) => ({ ...problem, address: `电话${PHONE}` })),
    T0,
  );
  const [exclusive, now] = [storage.exclusive, () => T0 + KEEP_DAYS * DAY_MS];
  const asked = { storage, change: exclusive, now, actor: "system", keepDays: KEEP_DAYS };
  expect(fileText(folder)).toContain(PHONE);
  await forgetPersonalData(asked);
  await storage.close();
  expect(fileText(folder)).toContain(MASKED);
  expect(fileText(folder)).not.toContain(PHONE);
});

function fileText(folder: string): string {
  const files = readdirSync(folder).filter((name) => name.startsWith("city.db"));
  return files.map((name) => readFileSync(join(folder, name)).toString("latin1")).join("");
}
