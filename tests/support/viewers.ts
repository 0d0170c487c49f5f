import { type AccountRole, accountRoles, type Viewer } from "../../domain/account.ts";
import { TEST_VIEWER } from "./test-app.ts";

/** The leader and the unit of one area. */
export const LEADER = "市领导 01";
export const UNIT = "U1";

export function aViewer(role: AccountRole): Viewer {
  return {
    account: role,
    name: role,
    role,
    person: role === "leader" || role === "inspector" ? LEADER : null,
    unitId: role === "unit" ? UNIT : null,
  };
}

/** Headers of a request in somebody's name; `none` and `invalid`: without and with bad credentials. */
export function as(viewer: Viewer | "none" | "invalid"): Record<string, string> {
  const value = typeof viewer === "string" ? viewer : encodeURIComponent(JSON.stringify(viewer));
  return value === "none" ? { [TEST_VIEWER]: value } : { [TEST_VIEWER]: value, "x-api-key": value };
}

export const everyRole: readonly AccountRole[] = accountRoles;
