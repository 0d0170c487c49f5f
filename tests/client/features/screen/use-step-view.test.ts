import type { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ScreenScope } from "../../../../client/features/screen/screen-scope.ts";
import { seekView } from "../../../../client/features/screen/use-step-view.ts";
import { expandScenes } from "../../../../domain/screen/expand-scenes.ts";
import { Scene } from "../../../../domain/screen/scene.ts";

const tour = { kind: "tour", stops: ["newest-overdue"] };
const [step] = expandScenes(
  [Scene.parse({ id: "attention", kind: "overview", name: "重点关注", camera: tour })],
  [],
);
const city = { bounds: [0, 0, 2, 2] };
const overdue = {
  properties: { id: "P1", category: "E0102", address: "文昌街 86 号" },
  geometry: { coordinates: [1, 2] },
};

type Found = Parameters<Parameters<Parameters<typeof seekView>[2]>[0]>[0];

/** Seeks once for each answer; undefined is none. What is shown after each, and the keys told to be empty. */
async function sought(...answers: readonly (readonly unknown[] | undefined)[]) {
  const emptied: string[] = [];
  const shown: Found[] = [];
  let found: Found = null;
  for (const features of answers) {
    const client = {
      ensureQueryData: () =>
        features ? Promise.resolve({ features }) : Promise.reject(new Error("no answer")),
    } as unknown as QueryClient;
    const format = { category: (code: string) => code };
    const scope = { client, filter: {}, format, city } as unknown as ScreenScope;
    if (!step) throw new Error("no step");
    const stop = seekView(
      step,
      scope,
      (next) => {
        found = next(found);
      },
      (key) => emptied.push(key),
    );
    await vi.advanceTimersByTimeAsync(1);
    stop();
    shown.push(found);
  }
  return { shown, emptied };
}

const wholeCity = { key: "attention/0", view: { target: city } };

describe("seekView", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("shows the city where a stop has nothing, for the step may stay", async () => {
    const { shown, emptied } = await sought([]);
    expect(shown).toEqual([wholeCity]);
    expect(emptied).toEqual(["attention/0"]);
  });

  it("lets go of what has been closed when the same stop has its turn again", async () => {
    const { shown } = await sought([overdue], []);
    expect(shown[0]?.view).toMatchObject({
      target: { at: [1, 2] },
      caption: "E0102 · 文昌街 86 号",
    });
    expect(shown[1]).toEqual(wholeCity);
  });

  it("keeps what it found where no answer comes", async () => {
    const { shown, emptied } = await sought([overdue], undefined);
    expect(shown[1]).toBe(shown[0]);
    expect((await sought(undefined)).shown).toEqual([wholeCity]);
    expect(emptied).toEqual([]);
  });
});
