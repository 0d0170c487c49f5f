import { describe, expect, test } from "vitest";
import { countsText, playwrightCounts, vitestCounts } from "../../../scripts/test/test-counts.ts";

const passed = { status: "passed" };
const failed = { status: "failed" };

function vitestReport(given: object = {}) {
  return {
    numPassedTests: 7,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [{ status: "passed", assertionResults: [passed] }],
    ...given,
  };
}

function playwrightReport(stats: object = {}, errors: unknown[] = []) {
  return { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors };
}

describe("unit tests", () => {
  test("passed, failed, skipped and to-do tests are counted", () => {
    const report = vitestReport({
      numFailedTests: 2,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: [{ status: "failed", assertionResults: [failed, failed, passed] }],
    });
    expect(vitestCounts(report)).toEqual({ passed: 7, failed: 2, skipped: 2 });
  });

  test("a file that cannot even be loaded is a failure", () => {
    const broken = { status: "failed", assertionResults: [] };
    expect(vitestCounts(vitestReport({ testResults: [broken] })).failed).toBe(1);
  });

  test("a file whose teardown fails after good tests is a failure", () => {
    const broken = { status: "failed", assertionResults: [passed] };
    expect(vitestCounts(vitestReport({ testResults: [broken] })).failed).toBe(1);
  });
});

describe("browser tests", () => {
  test("passed, failed and skipped tests are counted", () => {
    const report = playwrightReport({ unexpected: 1, skipped: 2 });
    expect(playwrightCounts(report)).toEqual({ passed: 3, failed: 1, skipped: 2 });
  });

  test("a test that passes only when repeated is a failure", () => {
    expect(playwrightCounts(playwrightReport({ flaky: 1 })).failed).toBe(1);
  });

  test("a server that does not start is a failure without a test", () => {
    const report = playwrightReport({ expected: 0 }, [{ message: "webServer exited early" }]);
    expect(playwrightCounts(report).failed).toBe(1);
  });
});

test("the closing line names skipped tests only where there are any", () => {
  expect(countsText({ passed: 3, failed: 0, skipped: 0 })).toBe("3 passed, 0 failed");
  expect(countsText({ passed: 3, failed: 1, skipped: 2 })).toBe("3 passed, 1 failed, 2 skipped");
});

test("a report of another form is refused, not read as zero failures", () => {
  expect(() => vitestCounts({ success: true })).toThrow();
  expect(() => playwrightCounts({})).toThrow();
});
