import { describe, expect, test } from "vitest";
import { findCategories } from "../../../client/state/find-categories.ts";
import { pinyinInitials } from "../../../client/state/pinyin-initials.ts";
import { fittedSize } from "../../../client/state/shrink-photo.ts";
import type { CityManifest } from "../../../domain/contract/city.ts";

const categories: CityManifest["categories"] = [
  ["E01", "市容环境"],
  ["E0102", "暴露垃圾"],
  ["E0104", "道路不洁"],
  ["E05", "街面秩序"],
  ["E0505", "机动车乱停放"],
  ["P01", "公用设施"],
  ["P0102", "污水井盖"],
].map(([code = "", name = ""]) => ({ code, name }));

const found = (typed: string) => findCategories(categories, typed).map(({ name }) => name);

describe("a category is found by", () => {
  test.each([
    ["垃圾", "暴露垃圾"],
    ["乱停", "机动车乱停放"],
    ["E0104", "道路不洁"],
    ["e0104", "道路不洁"],
    ["bllj", "暴露垃圾"],
    ["JDC", "机动车乱停放"],
    ["wsjg", "污水井盖"],
    ["市容 不洁", "道路不洁"],
  ])("%s", (typed, name) => {
    expect(found(typed)).toContain(name);
  });

  test("nothing typed finds nothing, one letter does not find all", () => {
    expect(found(" ")).toEqual([]);
    expect(found("b")).toEqual([]);
    expect(found("飞碟")).toEqual([]);
  });
});

test("initials are those of pinyin, letters and figures stay", () => {
  expect(pinyinInitials("绿地破损")).toBe("ldps");
  expect(pinyinInitials("他人扰民A1")).toBe("trrma1");
});

test.each([
  [
    { width: 4000, height: 3000 },
    { width: 2048, height: 1536 },
  ],
  [
    { width: 600, height: 1200 },
    { width: 600, height: 1200 },
  ],
  [
    { width: 9000, height: 2 },
    { width: 2048, height: 1 },
  ],
])("a picture of %j is drawn as %j", (size, fitted) => {
  expect(fittedSize(size, 2048)).toEqual(fitted);
});
