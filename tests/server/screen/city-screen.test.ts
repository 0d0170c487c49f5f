import { beforeEach, expect, test } from "vitest";
import { defaultScreen } from "../../../domain/screen/default-screen.ts";
import type { City } from "../../../server/city/city.ts";
import { openCity } from "../../../server/city/open-city.ts";
import { CityScreen } from "../../../server/screen/city-screen.ts";
import { changeScreen } from "../../../server/services/change-screen.ts";
import { steerScreen } from "../../../server/services/steer-screen.ts";
import type { Storage } from "../../../server/storage/storage.ts";
import { aCity } from "../../support/city-builder.ts";
import { runningCity } from "../../support/test-city.ts";

const pack = aCity().withZone("Z", [0, 0, 10, 10]).build();
let city: City;
beforeEach(async () => {
  city = await runningCity(pack, []);
});

const screenOf = (over: City) =>
  new CityScreen({ city: over, packPlan: null, build: () => "", failed: () => undefined });

test("a read that a write overtook is not what stands after it", async () => {
  const { storage } = city;
  const held = Promise.withResolvers<void>();
  let reads = 0;
  /** Reads as PostgreSQL may: what it read first comes last. */
  const meta: Storage["meta"] = async (key) => {
    const isFirst = ++reads === 1;
    const text = await storage.meta(key);
    if (isFirst) await held.promise;
    return text;
  };
  const screen = screenOf({ ...city, storage: { meta } as Storage });
  const early = screen.plan();
  await changeScreen({ city, actor: "test" }, defaultScreen, null);
  held.resolve();
  expect((await early).version).toBe(0);
  expect((await screen.plan()).version).toBe(1);
  screen.stop();
});

const steer = { wall: "all", command: "next" } as const;
const lineOf = (heard: string[], wall: string | null) => ({
  wall,
  account: "a",
  send: (words: Uint8Array) => void heard.push(new TextDecoder().decode(words)),
});

test("a command is reached by those who were told when it is counted, of this process alone", async () => {
  const other = await openCity(pack, city.storage, city.now);
  const [here, there] = [screenOf(city), screenOf(other)];
  const heard: string[] = [];
  here.lines.add(lineOf(heard, "wall-0001"));
  here.lines.add(lineOf(heard, null));
  const command = await steerScreen({ city, actor: "test" }, steer, defaultScreen);
  expect(await here.toldWalls(command)).toBe(1);
  expect(heard.filter((words) => words.includes(`"id":"${command.id}"`))).not.toEqual([]);
  expect(await there.toldWalls(command)).toBe(0);
  here.stop();
  there.stop();
});

test("a command that could not be told reached nobody, and is told with the next", async () => {
  const { storage } = city;
  let isAway = true;
  const meta: Storage["meta"] = (key) =>
    isAway ? Promise.reject(new Error("away")) : storage.meta(key);
  const screen = screenOf({ ...city, storage: { meta } as Storage });
  const heard: string[] = [];
  screen.lines.add(lineOf(heard, "wall-0001"));
  const first = await steerScreen({ city, actor: "test" }, steer, defaultScreen);
  expect([await screen.toldWalls(first), heard]).toEqual([0, []]);
  isAway = false;
  const next = await steerScreen({ city, actor: "test" }, steer, defaultScreen);
  expect([await screen.toldWalls(next), heard.length]).toEqual([1, 2]);
  screen.stop();
});
