import { randomBytes } from "node:crypto";
import type { Viewer } from "../../domain/account.ts";
import type { Accounts } from "./accounts.ts";

/** The demo's own accounts: one of each role, to look at the city through its eyes. */
export type DemoAccounts = {
  readonly list: readonly Viewer[];
  /** Null for an account that is none of the demo's. */
  signIn(account: string, origin: string): Promise<Response | null>;
};

const demoViewers: readonly Viewer[] = [
  { account: "demo-operator", name: "演示操作员", role: "operator", person: null, unitId: null },
  { account: "demo-leader", name: "市领导 07", role: "leader", person: "市领导 07", unitId: null },
  { account: "demo-unit", name: "中心区实施主体", role: "unit", person: null, unitId: "I01" },
  { account: "demo-inspector", name: "演示督查员", role: "inspector", person: null, unitId: null },
  {
    account: "demo-planner",
    name: "演示规划员",
    role: "planner",
    person: null,
    unitId: null,
  },
  { account: "demo-screen", name: "演示大屏", role: "screen", person: null, unitId: null },
  { account: "demo-admin", name: "演示管理员", role: "admin", person: null, unitId: null },
];

/** Makes the demo's accounts where they are missing. Their passwords are drawn at each start and known to nobody. */
export async function demoAccounts(accounts: Accounts): Promise<DemoAccounts> {
  const password = randomBytes(24).toString("base64url");
  const known = new Set((await accounts.list()).map(({ account }) => account));
  for (const viewer of demoViewers) {
    if (known.has(viewer.account)) await accounts.setPassword(viewer.account, password);
    else await accounts.add({ ...viewer, password });
  }
  return {
    list: demoViewers,
    async signIn(account, origin) {
      const isDemo = demoViewers.some((viewer) => viewer.account === account);
      return isDemo ? accounts.signIn(account, password, origin) : null;
    },
  };
}
