import { expect, test } from "vitest";
import { dueSnapshot, snapshotStamp } from "../../../domain/screen/snapshot-times.ts";
import { cityClock } from "../../../domain/time.ts";

const clock = cityClock("Asia/Shanghai");
const at = (text: string) => clock.parse(`${text}+08:00`) ?? Number.NaN;

test("a picture is due at its time and for a quarter of an hour after", () => {
  const due = (text: string) => dueSnapshot(["07:30", "18:00"], at(text), clock);
  expect(due("2026-11-22T07:29:59")).toBeNull();
  expect(due("2026-11-22T07:30:00")).toBe(at("2026-11-22T07:30:00"));
  expect(due("2026-11-22T07:44:59")).toBe(at("2026-11-22T07:30:00"));
  expect(due("2026-11-22T07:45:00")).toBeNull();
  expect(due("2026-11-22T18:01:00")).toBe(at("2026-11-22T18:00:00"));
});

test("one of late in the evening is still due after midnight", () => {
  expect(dueSnapshot(["23:55"], at("2026-11-23T00:05:00"), clock)).toBe(at("2026-11-22T23:55:00"));
  expect(dueSnapshot([], at("2026-11-23T00:05:00"), clock)).toBeNull();
});

test("its name says day and time of the city", () => {
  expect(snapshotStamp(at("2026-11-22T07:30:00"), clock)).toBe("2026-11-22-0730");
});
