import { expect, test } from "vitest";
import { type SectionEnd, sectionEnds } from "../../domain/section-ends.ts";
import { aCity } from "../support/city-builder.ts";

const road = (...names: string[]): SectionEnd => ({ kind: "road", names });

test("a section says which roads it meets, west before east, whichever way it was drawn", () => {
  const { roads } = aCity()
    .withRoad(
      "west",
      [
        [0, -5],
        [0, 5],
      ],
      "西路",
    )
    .withRoad(
      "east",
      [
        [10, 5],
        [10, 0],
        [10, -5],
      ],
      "东路",
    )
    .withRoad(
      "a",
      [
        [0, 5],
        [10, 5],
      ],
      "和平大道",
    )
    .withRoad(
      "b",
      [
        [10, -5],
        [0, -5],
      ],
      "学府路",
    )
    .build();
  const endsOf = sectionEnds(roads);
  expect(roads.map(endsOf)).toEqual([
    { from: road("学府路"), to: road("和平大道") },
    { from: road("学府路"), to: road("和平大道") },
    { from: road("西路"), to: road("东路") },
    { from: road("西路"), to: road("东路") },
  ]);
});

test("an end on the middle of another road meets it; the widest comes first, each name once", () => {
  const { roads } = aCity()
    .withRoad(
      "lane",
      [
        [5, 0],
        [5, 4],
      ],
      "小巷",
    )
    .withRoad(
      "long",
      [
        [0, 4],
        [5, 4],
        [9, 4],
      ],
      "长街",
    )
    .withRoad(
      "wide",
      [
        [5, 4],
        [5, 9],
      ],
      "大道",
    )
    .withRoad(
      "long2",
      [
        [5, 4],
        [7, 6],
      ],
      "长街",
    )
    .build();
  const wide = roads.map((each) =>
    each.id === "wide" ? { ...each, class: "arterial" as const } : each,
  );
  const [lane] = wide;
  if (!lane) throw new Error("no road");
  expect(sectionEnds(wide)(lane)).toEqual({
    from: { kind: "dead-end" },
    to: road("大道", "长街"),
  });
});

test("the same road drawn on is no crossing, a road without a name is a junction", () => {
  const { roads } = aCity()
    .withRoad(
      "a1",
      [
        [0, 0],
        [5, 0],
      ],
      "甲路",
    )
    .withRoad(
      "a2",
      [
        [5, 0],
        [9, 0],
      ],
      "甲路",
    )
    .withRoad(
      "nameless",
      [
        [9, 0],
        [9, 5],
      ],
      null,
    )
    .build();
  const [first, second, third] = roads.map(sectionEnds(roads));
  expect(first).toEqual({ from: { kind: "dead-end" }, to: { kind: "continues" } });
  expect(second).toEqual({ from: { kind: "continues" }, to: { kind: "junction" } });
  expect(third).toEqual({ from: road("甲路"), to: { kind: "dead-end" } });
});
