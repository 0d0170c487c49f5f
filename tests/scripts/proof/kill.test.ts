import { afterAll, describe, expect, test } from "vitest";
import { startPrivatePostgres } from "../../../scripts/private-postgres.ts";
import { type KillProof, proveKill } from "../../../scripts/proof/kill.ts";

const postgres = await startPrivatePostgres({ isDurable: true });
afterAll(() => postgres?.stop());

function expectWhole(proof: KillProof): void {
  expect(proof.acknowledged).toBeGreaterThan(proof.rounds * 10);
  // Killed in the middle of something, or nothing was shown.
  expect(proof.unanswered).toBeGreaterThan(0);
  expect(proof.lost).toEqual([]);
  expect(proof.halves).toEqual([]);
  expect(proof.differences).toEqual([]);
  expect(proof.refusals).toEqual([]);
}

describe("a server killed while it writes", () => {
  test("has all that it acknowledged, in SQLite", async () => {
    expectWhole(await proveKill({ rounds: 3, seed: 11, databaseUrl: null }));
  }, 90_000);

  test.skipIf(postgres === null)(
    "has all that it acknowledged, in PostgreSQL",
    async () => {
      const databaseUrl = (await postgres?.database()) ?? null;
      expectWhole(await proveKill({ rounds: 2, seed: 12, databaseUrl }));
    },
    90_000,
  );
});
