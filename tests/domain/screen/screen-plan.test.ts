import { describe, expect, it } from "vitest";
import { defaultScreen } from "../../../domain/screen/default-screen.ts";
import { SceneFilter, sceneKinds } from "../../../domain/screen/scene.ts";
import { ScreenPlan } from "../../../domain/screen/screen-plan.ts";

describe("what walls show", () => {
  it("has a scene of every kind where a city says nothing", () => {
    const kinds = new Set(defaultScreen.scenes.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual([...sceneKinds].sort());
  });

  it("reads back what it writes", () => {
    expect(ScreenPlan.parse(JSON.parse(JSON.stringify(defaultScreen)))).toEqual(defaultScreen);
  });

  it("takes no times into a filter, and no name twice", () => {
    expect(SceneFilter.safeParse({ asOf: "2026-01-01" }).success).toBe(false);
    const [first] = defaultScreen.scenes;
    expect(ScreenPlan.safeParse({ scenes: [first, first] }).success).toBe(false);
  });
});
