import { expect, test } from "vitest";
import { newestWins, type Outcome } from "../../../../client/features/ads/plans/newest-wins.ts";

/** Asks that are answered by hand. */
function setUp() {
  const asked: { wanted: number; answer: (value: string) => void; fail: () => void }[] = [];
  const heard: [number, Outcome<string>][] = [];
  const runner = newestWins<number, string>(
    (wanted) =>
      new Promise((answer, refuse) => {
        asked.push({ wanted, answer, fail: () => refuse(new Error("no")) });
      }),
    (wanted, outcome) => heard.push([wanted, outcome]),
  );
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  return { asked, heard, runner, settle };
}

test("while one is on its way only the newest of the others is asked", async () => {
  const { asked, heard, runner, settle } = setUp();
  for (const wanted of [1, 2, 3, 4]) runner.want(wanted);
  expect(asked.map(({ wanted }) => wanted)).toEqual([1]);
  asked[0]?.answer("a");
  await settle();
  expect(asked.map(({ wanted }) => wanted)).toEqual([1, 4]);
  asked[1]?.answer("b");
  await settle();
  expect(heard).toEqual([
    [1, { value: "a" }],
    [4, { value: "b" }],
  ]);
});

test("a failure is told and the next one asked all the same", async () => {
  const { asked, heard, runner, settle } = setUp();
  runner.want(1);
  runner.want(2);
  asked[0]?.fail();
  await settle();
  asked[1]?.answer("b");
  await settle();
  expect(heard[0]).toEqual([1, { error: new Error("no") }]);
  expect(heard[1]).toEqual([2, { value: "b" }]);
});

test("what comes after it was forgotten is dropped", async () => {
  const { asked, heard, runner, settle } = setUp();
  runner.want(1);
  runner.forget();
  asked[0]?.answer("late");
  await settle();
  expect(heard).toEqual([]);
  runner.want(2);
  await settle();
  asked[1]?.answer("b");
  await settle();
  expect(heard).toEqual([[2, { value: "b" }]]);
});
