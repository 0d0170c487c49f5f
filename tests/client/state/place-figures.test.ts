import { expect, test } from "vitest";
import { placeFigures } from "../../../client/state/place-figures.ts";
import { zhCn } from "../../../client/text/zh-cn.ts";
import type { PlaceEvidence } from "../../../domain/contract/recurrence.ts";
import { RecurrenceSettings } from "../../../domain/recurrence/params.ts";
import { aPlace } from "./evidence-builder.ts";

const settings = RecurrenceSettings.parse({});

function figure(key: string, parts: Partial<PlaceEvidence> = {}) {
  return placeFigures(aPlace(parts), settings, zhCn).find((each) => each.key === key);
}

test("the rate has one decimal and says whose measure it is", () => {
  expect(figure("lambda30")).toMatchObject({ value: "2.9", note: "平台口径" });
});

test("what did not hold stands with its interval; without a closing there is none", () => {
  expect(figure("relapse")).toMatchObject({
    value: "7 / 9",
    caption: "未守住 90 天",
    note: "95% 区间 45–94%",
  });
  const none = { x: 0, n: 0, low: null, high: null };
  expect(figure("relapse", { relapse: none })).toMatchObject({ value: "—", note: "" });
});

test("confidence is a word with its range, and never said to be certain", () => {
  expect(figure("confidence")).toMatchObject({ value: "高", caption: "可信度 ≥95%" });
  expect(figure("confidence")?.definition).toContain("> 0.999");
  const medium = { confidence: 0.91, confidenceLevel: "medium" } as const;
  expect(figure("confidence", medium)?.caption).toBe("可信度 80–95%");
});
