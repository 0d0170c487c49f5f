import { expect, test } from "vitest";
import type { QueuedAct } from "../../../client/api/act-store.ts";
import { type ActDoor, deliverAct } from "../../../client/api/deliver-act.ts";
import { ApiError } from "../../../client/api/http.ts";
import type { CaseActBody, CaseBody } from "../../../domain/contract/cases.ts";

const SEEN_AT = "2026-11-22T10:00:00+08:00";
const LATER = "2026-11-22T11:00:00+08:00";

const picture = (name: string) => new Blob([name], { type: "image/jpeg" });

function queued(given: Partial<QueuedAct> = {}): QueuedAct {
  return {
    key: "k",
    madeAt: 0,
    account: "unit-1",
    actorName: "一队",
    problemId: "p1",
    title: "暴露垃圾",
    version: 3,
    seenAt: SEEN_AT,
    act: { act: "rectify", note: "已清理" },
    pictures: [],
    files: [],
    refusal: null,
    ...given,
  };
}

type Step = { act: string; actorName: string; at: string; visitId: string | null };

function aCase(steps: readonly Step[], allowed: readonly string[] = []): CaseBody {
  return {
    id: "p1",
    version: 7,
    steps,
    allowed: allowed.map((act) => ({ act, needs: [] })),
  } as unknown as CaseBody;
}

/** A server that answers what the test says, and what it was sent. */
function aDoor(answers: readonly (CaseBody | Error)[], standing = aCase([])) {
  const left = [...answers];
  const sent: { version: number; act: CaseActBody }[] = [];
  const uploads: string[] = [];
  const door: ActDoor = {
    async upload(blob) {
      uploads.push(await blob.text());
      return `${uploads.at(-1)}.jpg`;
    },
    async take(_, version, act) {
      sent.push({ version, act });
      const answer = left.shift() ?? new Error("asked too often");
      if (answer instanceof Error) throw answer;
      return answer;
    },
    caseOf: async () => standing,
  };
  return { door, sent, uploads };
}

const stale = new ApiError(409, "stale-version", "已被他人更新");
const wrongState = new ApiError(409, "case-state", "当前状态不能办理");
const silence = new ApiError(0, "unreachable", "");
const own: Step = { act: "rectify", actorName: "一队", at: LATER, visitId: null };
const forget = async () => undefined;

test("sends the pictures that the server lacks, then the act that names all of them", async () => {
  const { door, sent, uploads } = aDoor([aCase([])]);
  const known: (readonly string[])[] = [];
  const act = queued({ pictures: [picture("a"), picture("b"), picture("c")], files: ["a.jpg"] });
  const delivery = await deliverAct(act, door, async (files) => void known.push(files));
  expect(delivery).toHaveProperty("after");
  expect(uploads).toEqual(["b", "c"]);
  expect(known).toEqual([
    ["a.jpg", "b.jpg"],
    ["a.jpg", "b.jpg", "c.jpg"],
  ]);
  expect(sent).toEqual([{ version: 3, act: { ...act.act, photos: ["a.jpg", "b.jpg", "c.jpg"] } }]);
});

test("waits where the server is not reached, at fault, or knows the account no more", async () => {
  for (const error of [silence, new ApiError(503, "not-ready", ""), new ApiError(401, "x", "")]) {
    await expect(deliverAct(queued(), aDoor([error]).door, forget)).rejects.toBe(error);
  }
});

test("an act that had arrived before counts as taken, whether the version or the state says so", async () => {
  for (const error of [stale, wrongState]) {
    const { door, sent } = aDoor([error], aCase([own]));
    expect(await deliverAct(queued(), door, forget)).toMatchObject({ after: { version: 7 } });
    expect(sent).toHaveLength(1);
  }
});

test("the same act of somebody else, or before it was shown, is not this one", async () => {
  const steps = [
    { ...own, actorName: "二队" },
    { ...own, at: SEEN_AT },
  ];
  const { door } = aDoor([wrongState], aCase(steps));
  expect(await deliverAct(queued(), door, forget)).toEqual({ refusal: "当前状态不能办理" });
});

test("a case that moved on for another reason takes it as it stands now", async () => {
  const { door, sent } = aDoor([stale, aCase([own])], aCase([], ["rectify"]));
  expect(await deliverAct(queued(), door, forget)).toHaveProperty("after");
  expect(sent.map(({ version }) => version)).toEqual([3, 7]);
});

test("a visit is known by its id, whenever it was recorded", async () => {
  const act = queued({ act: { act: "record-visit", outcome: "held", visitId: "v1" } });
  const step = { ...own, act: "record-visit", at: SEEN_AT, visitId: "v1" };
  const { door } = aDoor([stale], aCase([step], ["record-visit"]));
  expect(await deliverAct(act, door, forget)).toHaveProperty("after");
  const other = aDoor([wrongState], aCase([{ ...step, visitId: "v2" }]));
  expect(await deliverAct(act, other.door, forget)).toHaveProperty("refusal");
});
