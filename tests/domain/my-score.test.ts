import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyParts, rankOf, type ScoreParts, scoreOf } from "../../domain/my-score.ts";

const parts = (given: Partial<ScoreParts>): ScoreParts => ({ ...emptyParts(), ...given });

describe("score", () => {
  it("is the formula when every part has data", () => {
    const score = scoreOf({
      overdue: { x: 1, n: 4 },
      relapse: { x: 1, n: 10 },
      inTime: { x: 9, n: 10 },
    });
    expect(score).toBeCloseTo(100 - 40 * 0.25 - 40 * 0.1 - 20 * 0.1, 10);
  });

  it("is null without any data", () => {
    expect(scoreOf(emptyParts())).toBeNull();
  });

  it("lets the other parts share the weight of one without data", () => {
    const some = parts({ overdue: { x: 1, n: 2 }, inTime: { x: 0, n: 3 } });
    expect(scoreOf(some)).toBeCloseTo(100 * (1 - (40 * 0.5 + 20) / 60), 10);
    expect(scoreOf(parts({ relapse: { x: 1, n: 4 } }))).toBeCloseTo(75, 10);
  });

  it("is 100 at best and 0 at worst, whichever parts have data", () => {
    const n = fc.nat({ max: 50 });
    fc.assert(
      fc.property(n, n, n, (open, watched, timed) => {
        const best = scoreOf({
          overdue: { x: 0, n: open },
          relapse: { x: 0, n: watched },
          inTime: { x: timed, n: timed },
        });
        const worst = scoreOf({
          overdue: { x: open, n: open },
          relapse: { x: watched, n: watched },
          inTime: { x: 0, n: timed },
        });
        if (open + watched + timed === 0) expect([best, worst]).toEqual([null, null]);
        else expect([best, worst?.toFixed(9)]).toEqual([100, (0).toFixed(9)]);
      }),
    );
  });
});

describe("rank", () => {
  it("is shared by equal scores and none without a score", () => {
    const scores = [90, 80, 80, null, 70];
    expect(rankOf(80, scores)).toEqual({ rank: 2, peers: 4 });
    expect(rankOf(70, scores)).toEqual({ rank: 4, peers: 4 });
    expect(rankOf(null, scores)).toEqual({ rank: null, peers: 4 });
  });
});
