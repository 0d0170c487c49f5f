import fc from "fast-check";
import { expect, test } from "vitest";
import {
  isNamed,
  moved,
  readTimes,
  toggled,
  withNewScene,
  withoutScene,
  withRule,
  withScene,
} from "../../../client/features/screen-edit/draft-plan.ts";
import { defaultScreen } from "../../../domain/screen/default-screen.ts";
import { SceneId, sceneKinds } from "../../../domain/screen/scene.ts";
import { ScreenPlan } from "../../../domain/screen/screen-plan.ts";

test("moving keeps every item, and one step back undoes one step", () => {
  const items = fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(items, fc.nat(11), fc.integer({ min: -3, max: 3 }), (list, at, by) => {
      const index = at % list.length;
      const after = moved(list, index, by);
      expect([...after].sort()).toEqual([...list].sort());
      const to = after.indexOf(list[index] ?? 0);
      expect(to).toBe(Math.max(0, Math.min(list.length - 1, index + by)));
      expect(moved(after, to, index - to)).toEqual(list);
    }),
  );
});

test("a member is switched on at the end, and off", () => {
  expect(toggled(["a", "b"], "c")).toEqual(["a", "b", "c"]);
  expect(toggled(["a", "b", "c"], "b")).toEqual(["a", "c"]);
});

test("whatever is added, changed and removed stays a plan that can be kept", () => {
  let plan: ScreenPlan = defaultScreen;
  for (const kind of [...sceneKinds, ...sceneKinds]) plan = withNewScene(plan, kind, "新场景");
  expect(plan.scenes).toHaveLength(defaultScreen.scenes.length + 14);
  plan = withScene(plan, "today", { durationS: 5, isOn: false });
  plan = withoutScene(plan, "ads");
  plan = withRule(plan, "surge", { factor: 4 });
  expect(ScreenPlan.parse(plan)).toEqual(plan);
  expect(plan.scenes.find(({ id }) => id === "today")).toMatchObject({ durationS: 5, isOn: false });
  expect(plan.alerts.find(({ id }) => id === "surge")).toMatchObject({ factor: 4 });
});

test("pictures are of no scene that was removed", () => {
  const plan: ScreenPlan = {
    ...defaultScreen,
    snapshots: { ...defaultScreen.snapshots, scene: SceneId.parse("ads") },
  };
  expect(withoutScene(plan, "today").snapshots.scene).toBe("ads");
  expect(withoutScene(plan, "ads").snapshots.scene).toBeUndefined();
});

test("a plan without a name somewhere is not to be kept", () => {
  expect(isNamed(defaultScreen)).toBe(true);
  expect(isNamed(withScene(defaultScreen, "ads", { name: " " }))).toBe(false);
  expect(isNamed(withRule(defaultScreen, "surge", { name: "" }))).toBe(false);
});

test("times are read as people write them", () => {
  expect(readTimes("7:30，18：00")).toEqual(["07:30", "18:00"]);
  expect(readTimes(" ")).toEqual([]);
  expect(readTimes("25:00")).toBeNull();
  expect(readTimes("noon")).toBeNull();
});
