import { describe, expect, test } from "vitest";
import type { Settled, Waiting } from "../../../client/api/phone-store.ts";
import { whatBecame } from "../../../client/state/what-became.ts";

const waiting = (refusal: string | null = null): Waiting => ({
  clientId: "a",
  writtenAt: 1,
  refusal,
});
const settled: Settled = { clientId: "a", sentAt: 2 };

describe("what was submitted last", () => {
  test("is held while it waits, and sent once the server has it", () => {
    expect(whatBecame({ sent: [], queued: [waiting()] }, "a").held).toEqual(waiting());
    const after = whatBecame({ sent: [settled], queued: [waiting()] }, "a");
    expect(after).toEqual({ sent: settled, held: undefined });
  });

  test("is neither once it was refused or deleted, or where nothing was submitted", () => {
    const neither = { sent: undefined, held: undefined };
    expect(whatBecame({ sent: [], queued: [waiting("off the map")] }, "a")).toEqual(neither);
    expect(whatBecame({ sent: [], queued: [] }, "a")).toEqual(neither);
    expect(whatBecame({ sent: [settled], queued: [waiting()] }, null)).toEqual(neither);
  });
});
