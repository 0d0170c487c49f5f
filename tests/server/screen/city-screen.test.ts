import { beforeEach, expect, test } from "vitest";
import { defaultScreen } from "../../../domain/screen/default-screen.ts";
import type { City } from "../../../server/city/city.ts";
import { CityScreen } from "../../../server/screen/city-screen.ts";
import { changeScreen } from "../../../server/services/change-screen.ts";
import type { Storage } from "../../../server/storage/storage.ts";
import { aCity } from "../../support/city-builder.ts";
import { runningCity } from "../../support/test-city.ts";

let city: City;
beforeEach(async () => {
  city = await runningCity(aCity().withZone("Z", [0, 0, 10, 10]).build(), []);
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
