import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PrivatePostgres, startPrivatePostgres } from "../../../scripts/private-postgres.ts";
import { openAccounts } from "../../../server/access/accounts.ts";
import { accountsInPostgres } from "../../../server/access/auth-database.ts";

const SECRET = "a secret of tests, long enough for it";
const options = { now: Date.now, isDemo: false, clientAddress: () => "" };

let postgres: PrivatePostgres | null = null;
beforeAll(async () => {
  postgres = await startPrivatePostgres();
}, 60_000);
afterAll(() => postgres?.stop());

describe("in PostgreSQL", () => {
  test("walls are kept, listed and withdrawn; names at the sign-on as well", async (context) => {
    if (!postgres) return context.skip("PostgreSQL is not installed");
    const database = accountsInPostgres(await postgres.database());
    const accounts = await openAccounts(database, SECRET, options);
    const { wall } = await accounts.addWall("三楼大屏");
    expect(await accounts.walls.list()).toEqual([wall]);
    await accounts.change("三楼大屏", { signOn: "u-1" });
    expect(await accounts.list()).toMatchObject([{ account: "三楼大屏", signOn: "u-1" }]);
    await accounts.walls.remove(wall.id);
    expect(await accounts.walls.list()).toEqual([]);
    await database.close();
  });
});
