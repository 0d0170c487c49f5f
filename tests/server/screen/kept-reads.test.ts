import { describe, expect, it } from "vitest";
import { KeptReads } from "../../../server/screen/kept-reads.ts";

/** Answers a number that grows with each call. */
function counting() {
  let calls = 0;
  return async () => ++calls;
}

describe("kept reads", () => {
  it("are made once a question, revision and sight", async () => {
    const [kept, make] = [new KeptReads(), counting()];
    const [mine, yours] = [{}, {}];
    const city = { revision: 1, sight: null };
    expect(await Promise.all([kept.get(city, "a", make), kept.get(city, "a", make)])).toEqual([
      1, 1,
    ]);
    expect(await kept.get(city, "b", make)).toBe(2);
    expect(await kept.get({ revision: 1, sight: mine }, "a", make)).toBe(3);
    expect(await kept.get({ revision: 1, sight: yours }, "a", make)).toBe(4);
    expect(await kept.get({ revision: 1, sight: mine }, "a", make)).toBe(3);
    expect(await kept.get({ revision: 2, sight: null }, "a", make)).toBe(5);
  });

  it("that failed are made again", async () => {
    const [kept, make] = [new KeptReads(), counting()];
    const at = { revision: 1, sight: null };
    await expect(kept.get(at, "a", () => Promise.reject(new Error("full")))).rejects.toThrow(
      "full",
    );
    expect(await kept.get(at, "a", make)).toBe(1);
  });

  it("are few: the oldest goes", async () => {
    const [kept, make] = [new KeptReads(), counting()];
    const at = { revision: 1, sight: null };
    for (let i = 0; i < 65; i++) await kept.get(at, String(i), make);
    expect(await kept.get(at, "64", make)).toBe(65);
    expect(await kept.get(at, "0", make)).toBe(66);
  });
});
