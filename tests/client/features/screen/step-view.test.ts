import type { QueryClient } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import type { ScreenScope } from "../../../../client/features/screen/screen-scope.ts";
import { stepViewOf } from "../../../../client/features/screen/step-view.ts";
import type { ZoneList } from "../../../../domain/contract/zones.ts";
import { cityClock } from "../../../../domain/time.ts";

const NOW = Date.UTC(2026, 10, 22, 4);
const zones = {
  type: "FeatureCollection",
  features: ["Z1", "Z2"].map((id, i) => ({
    type: "Feature",
    geometry: {
      type: "Polygon",
      coordinates: [
        [
          [i, 0],
          [i + 1, 0],
          [i + 1, 1],
          [i, 0],
        ],
      ],
    },
    properties: { id, name: `${id}片区` },
  })),
} as unknown as ZoneList;

/** A scope whose client answers by the first word of a question, and what it was asked. */
function scopeOf(answers: Readonly<Record<string, unknown>>, hasZones = true) {
  const asked: unknown[][] = [];
  const client = {
    getQueryCache: () => ({
      findAll: () => (hasZones ? [{ state: { data: zones, dataUpdatedAt: NOW } }] : []),
    }),
    ensureQueryData({ queryKey }: { readonly queryKey: unknown[] }) {
      asked.push(queryKey);
      const answer = answers[String(queryKey[0])];
      return answer === undefined
        ? Promise.reject(new Error("no answer"))
        : Promise.resolve(answer);
    },
  } as unknown as QueryClient;
  const scope = {
    client,
    clock: cityClock("Asia/Shanghai"),
    now: NOW,
    filter: { asOf: new Date(NOW).toISOString() },
    format: { category: (code: string) => code },
    city: { bounds: [0, 0, 2, 2] },
  } as unknown as ScreenScope;
  return { scope, asked };
}

describe("where a step looks", () => {
  it("at a zone by the borders that are at hand, without another question", async () => {
    const { scope, asked } = scopeOf({});
    const view = await stepViewOf({ kind: "zone", zone: "Z2" }, scope);
    expect(view).toMatchObject({ target: { bounds: [1, 0, 2, 1] }, caption: "Z2片区" });
    expect(asked).toEqual([]);
  });

  it("at no zone that is gone", async () => {
    const { scope } = scopeOf({ zones }, false);
    expect(await stepViewOf({ kind: "zone", zone: "gone" }, scope)).toBeNull();
    expect(await stepViewOf({ kind: "zone", zone: "Z1" }, scope)).not.toBeNull();
  });

  it("at what ran out of time last, however long ago it was reported", async () => {
    const newest = {
      properties: { id: "P1", category: "E0102", address: "文昌街 86 号" },
      geometry: { coordinates: [1, 2] },
    };
    const { scope, asked } = scopeOf({ "first-problems": { features: [newest] } });
    const view = await stepViewOf({ kind: "stop", stop: "newest-overdue" }, scope);
    expect(view).toMatchObject({ target: { at: [1, 2] }, caption: "E0102 · 文昌街 86 号" });
    expect(asked).toEqual([
      ["first-problems", "-dueAt", 1, { ...scope.filter, status: "overdue" }],
    ]);
  });

  it("at the zone whose backlog grew most in two weeks, by one question", async () => {
    const flat = Array.from({ length: 30 }, () => 5);
    const standing = (id: string, trend: number[]) => ({ id, trend });
    const risen = [...flat.slice(0, 17), ...Array.from({ length: 13 }, (_, i) => 6 + i)];
    const answer = { zones: [standing("Z1", flat), standing("Z2", risen)] };
    const { scope, asked } = scopeOf({ standings: answer });
    const view = await stepViewOf({ kind: "stop", stop: "steepest-rise" }, scope);
    expect(view).toMatchObject({ caption: "Z2片区" });
    expect(asked).toHaveLength(1);
    const still = scopeOf({ standings: { zones: [standing("Z1", flat)] } });
    expect(await stepViewOf({ kind: "stop", stop: "steepest-rise" }, still.scope)).toBeNull();
  });
});
