import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expandScenes } from "../../../domain/screen/expand-scenes.ts";
import {
  isTurning,
  leftMs,
  type Rotation,
  type RotationEvent,
  rotate,
  startRotation,
  stepOf,
} from "../../../domain/screen/rotation.ts";
import { Scene } from "../../../domain/screen/scene.ts";

const settings = { resumeAfterS: 60, flyS: 30 };
const zones = [
  { id: "z1", name: "一号片区" },
  { id: "z2", name: "二号片区" },
];
const scene = (id: string, more: object = {}) =>
  Scene.parse({ id, kind: "overview", name: id, durationS: 10, ...more });
const steps = expandScenes(
  [
    scene("a"),
    scene("b"),
    scene("off", { isOn: false }),
    scene("tour", { camera: { kind: "tour", stops: ["newest-overdue", "steepest-rise"] } }),
    scene("zones", { kind: "zone-tour" }),
  ],
  zones,
);
const focus = { problem: "P1", at: [113.2, 23.1] as const };

function played(...events: readonly [RotationEvent, number][]): Rotation {
  return events.reduce(
    (state, [event, at]) => rotate(state, event, at, settings),
    startRotation(steps, 0),
  );
}
/** Once each step in turn has told whether it has anything to show. */
function settled(rotation: Rotation, isEmpty: (key: string) => boolean = () => false): Rotation {
  let state = rotation;
  for (let asked = 0; isEmpty(keyOf(state) ?? ""); asked++) {
    expect(asked).toBeLessThanOrEqual(state.steps.length);
    const empty = { kind: "empty", key: keyOf(state) ?? "" } as const;
    const next = rotate(state, empty, state.since, settings);
    if (next.position === state.position) return next;
    state = next;
  }
  return state;
}
const keyOf = (rotation: Rotation) => stepOf(rotation)?.key;
const tick = { kind: "tick" } as const;

describe("rotation", () => {
  it("expands tours and zones into steps of their own", () => {
    expect(steps.map(({ key }) => key)).toEqual([
      "a",
      "b",
      "off",
      "tour/0",
      "tour/1",
      "zones/z1",
      "zones/z2",
    ]);
    expect(steps[5]).toMatchObject({ filter: { zone: "z1" }, title: "一号片区", of: 2 });
  });

  it("shows the city where no scene has anything to show", () => {
    const lost = scene("zones", { kind: "zone-tour", filter: { zone: "gone", category: "E01" } });
    expect(expandScenes([lost], zones)).toMatchObject([
      { key: "zones", camera: { kind: "city" }, filter: { category: "E01" } },
    ]);
    expect(expandScenes([scene("a"), lost], zones).map(({ key }) => key)).toEqual(["a"]);
  });

  it("shows each step for its duration, those that are off never, and begins again", () => {
    let state = startRotation(steps, 0);
    const seen = [keyOf(state)];
    for (let at = 1000; at <= 60_000; at += 1000) {
      const next = rotate(state, tick, at, settings);
      if (keyOf(next) !== keyOf(state)) seen.push(keyOf(next));
      state = next;
    }
    expect(seen).toEqual(["a", "b", "tour/0", "tour/1", "zones/z1", "zones/z2", "a"]);
  });

  it("keeps still after a touch and goes on by itself", () => {
    const touched = played([{ kind: "touch" }, 9000], [tick, 15_000]);
    expect(keyOf(touched)).toBe("a");
    expect(isTurning(touched)).toBe(false);
    const resumed = rotate(touched, tick, 69_000, settings);
    expect(leftMs(resumed, 69_000)).toBe(10_000);
    expect(keyOf(rotate(resumed, tick, 79_000, settings))).toBe("b");
  });

  it("is paused until it is told to go on", () => {
    const paused = played([{ kind: "pause" }, 0], [tick, 1e9]);
    expect(keyOf(paused)).toBe("a");
    const resumed = rotate(paused, { kind: "resume" }, 1e9, settings);
    expect(keyOf(rotate(resumed, tick, 1e9 + 10_000, settings))).toBe("b");
  });

  it("shows a problem for a while, or until it is cleared where it is pinned", () => {
    const flown = played([{ kind: "fly", focus }, 1000], [tick, 30_000]);
    expect(flown.focus).toEqual(focus);
    expect(rotate(flown, tick, 31_000, settings).focus).toBeNull();
    const pinned = rotate(flown, { kind: "pin" }, 30_000, settings);
    expect(rotate(pinned, tick, 1e9, settings).focus).toEqual(focus);
    const cleared = rotate(pinned, { kind: "clear" }, 2e9, settings);
    expect([cleared.focus, isTurning(cleared)]).toEqual([null, true]);
  });

  it("goes on when it is told to, whatever was kept", () => {
    const kept = played([{ kind: "fly", focus }, 1000], [{ kind: "pin" }, 2000]);
    expect(isTurning(rotate(kept, { kind: "resume" }, 3000, settings))).toBe(true);
  });

  it("leaves a problem on the map for as long as hands are on it", () => {
    const touched = played([{ kind: "fly", focus }, 1000], [{ kind: "touch" }, 29_000]);
    expect(rotate(touched, tick, 88_000, settings).focus).toEqual(focus);
    expect(rotate(touched, tick, 89_000, settings).focus).toBeNull();
  });

  it("lets go of what was kept when another problem is shown", () => {
    const kept = played([{ kind: "fly", focus }, 0], [{ kind: "pin" }, 1]);
    const other = rotate(kept, { kind: "fly", focus: { ...focus, problem: "P2" } }, 2, settings);
    expect(isTurning(rotate(other, tick, 30_002, settings))).toBe(true);
  });

  it("goes to a scene that is off when a person calls it, and stays where none is known", () => {
    expect(keyOf(played([{ kind: "scene", scene: "off" }, 1]))).toBe("off");
    const state = startRotation(steps, 0);
    expect(rotate(state, { kind: "scene", scene: "gone" }, 1, settings)).toBe(state);
  });

  it("passes over what has nothing to show, but not for ever", () => {
    let state = startRotation(steps, 0);
    let turns = 0;
    for (; turns < 100; turns++) {
      const next = rotate(state, { kind: "empty", key: keyOf(state) ?? "" }, 1, settings);
      if (next.position === state.position) break;
      state = next;
    }
    expect(turns).toBeLessThan(steps.length);
  });

  it("passes over what has nothing to show the way that somebody went", () => {
    const plan = fc.array(fc.record({ isOn: fc.boolean(), isEmpty: fc.boolean() }), {
      minLength: 1,
      maxLength: 9,
    });
    const given = fc.tuple(plan, fc.nat(), fc.constantFrom("next", "previous", "tick"));
    fc.assert(
      fc.property(given, ([each, from, kind]) => {
        const own = expandScenes(
          each.map(({ isOn }, i) => scene(`s${i}`, { isOn })),
          [],
        );
        const begun = { kind: "scene", scene: `s${from % each.length}` } as const;
        const state = rotate(startRotation(own, 0), begun, 0, settings);
        const isEmpty = (key: string) => each[Number(key.slice(1))]?.isEmpty ?? false;
        const away = kind === "previous" ? -1 : 1;
        const reached = settled(rotate(state, { kind }, 10_000, settings), isEmpty);
        const isAnyOn = each.some(({ isOn }) => isOn);
        const wanted = each
          .map((_, i) => (state.position + away * (i + 1) + 2 * each.length) % each.length)
          .find((i) => (!isAnyOn || each[i]?.isOn) && !each[i]?.isEmpty);
        if (wanted !== undefined) expect(keyOf(reached)).toBe(`s${wanted}`);
      }),
    );
  });

  it("goes forward again after somebody went back", () => {
    const isEmpty = (key: string) => key === "tour/0";
    const back = settled(played([{ kind: "scene", scene: "zones" }, 0], [{ kind: "previous" }, 1]));
    expect(keyOf(back)).toBe("tour/1");
    const further = settled(rotate(back, { kind: "previous" }, 2, settings), isEmpty);
    expect(keyOf(further)).toBe("b");
    expect(keyOf(settled(rotate(further, tick, 10_002, settings), isEmpty))).toBe("tour/1");
    const called = rotate(further, { kind: "scene", scene: "tour" }, 3, settings);
    expect(keyOf(settled(called, isEmpty))).toBe("tour/1");
  });

  it("keeps its step when scenes change around it", () => {
    const at = played([{ kind: "scene", scene: "zones" }, 0], [{ kind: "next" }, 1]);
    const fewer = expandScenes([scene("new"), scene("zones", { kind: "zone-tour" })], zones);
    expect(keyOf(rotate(at, { kind: "steps", steps: fewer }, 2, settings))).toBe("zones/z2");
    const none = rotate(at, { kind: "steps", steps: [] }, 2, settings);
    expect([stepOf(none), leftMs(none, 3)]).toEqual([null, null]);
    expect(keyOf(rotate(none, { kind: "steps", steps: fewer }, 3, settings))).toBe("new");
  });

  it("never hangs: whatever happened, once it is let go the next step comes in time", () => {
    const kinds = ["tick", "touch", "next", "previous", "pin", "clear", "pause", "resume"] as const;
    const event: fc.Arbitrary<RotationEvent> = fc.oneof(
      fc.constantFrom(...kinds).map((kind) => ({ kind })),
      fc.constantFrom("a", "b", "off", "gone").map((id) => ({ kind: "scene" as const, scene: id })),
      fc.constant({ kind: "fly" as const, focus }),
      fc.constantFrom(...steps).map(({ key }) => ({ kind: "empty" as const, key })),
    );
    const events = fc.array(fc.tuple(event, fc.integer({ min: -5000, max: 90_000 })), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(events, (given) => {
        let at = 100_000;
        let state = startRotation(steps, at);
        for (const [each, aheadMs] of given) {
          at += aheadMs;
          state = rotate(state, each, at, settings);
          expect(stepOf(state)).not.toBeNull();
        }
        state = rotate(state, { kind: "resume" }, at, settings);
        const before = keyOf(state);
        state = rotate(state, tick, at + 10_000, settings);
        expect(keyOf(state)).not.toBe(before);
        expect(stepOf(state)?.scene.isOn).toBe(true);
      }),
    );
  });
});
