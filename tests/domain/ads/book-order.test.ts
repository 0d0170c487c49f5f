import { expect, test } from "vitest";
import { inBookOrder } from "../../../domain/ads/book-order.ts";

test("sites are numbered zone by zone, road by road, along each; the rest last", () => {
  const site = (id: string, zoneId: string | null, roadKey: string | null, chainageM: number) => {
    return { id, zoneId, roadKey, chainageM };
  };
  const wanted = [
    site("a", "Z2", "东路", 10),
    site("b", "Z2", "东路", 400),
    site("c", "Z2", "西路", 5),
    site("d", "Z2", null, 0),
    site("e", "Z1", "东路", 700),
    site("f", "gone", "东路", 1),
    site("g", null, "东路", 2),
  ];
  const zones = [{ id: "Z2" }, { id: "Z1" }];
  expect(inBookOrder(wanted.toReversed(), zones)).toEqual(wanted);
});
