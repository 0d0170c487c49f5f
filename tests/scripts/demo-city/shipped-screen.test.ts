import { expect, test } from "vitest";
import { sceneKinds } from "../../../domain/screen/scene.ts";
import { readScreen } from "../../../server/packs/read-screen.ts";
import { packFolder } from "./shipped-pack.ts";

test("what the walls of the shipped city show is read without a note, and shows all there is", async () => {
  const { value: plan, notes } = await readScreen({ folder: packFolder });
  expect(notes).toEqual([]);
  if (!plan) throw new Error("the pack says nothing of walls");
  expect([...new Set(plan.scenes.map(({ kind }) => kind))].sort()).toEqual([...sceneKinds].sort());
  expect(plan.scenes.every(({ isOn, panels }) => isOn && panels.length > 0)).toBe(true);
  expect(plan.scenes.some(({ camera }) => camera.kind === "tour")).toBe(true);
  const alerts = plan.alerts.map((rule) => (rule.kind === "deadline" ? rule.of : rule.kind));
  expect(alerts.sort()).toEqual(["any", "overdue-count", "place-intensifying", "surge", "urged"]);
  expect(plan.snapshots).toMatchObject({ times: ["07:30"], scene: "overview" });
  expect(plan.scenes.map(({ id }) => id)).toContain(plan.snapshots.scene);
  expect(Object.values(plan.targets).every((aim) => aim !== null)).toBe(true);
});
