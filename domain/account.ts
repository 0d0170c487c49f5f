/** 管理员, 创建办, 督查员/网格员, 责任单位, 领导, 公益广告规划, 大屏, 公众. */
export const accountRoles = [
  "admin",
  "operator",
  "inspector",
  "unit",
  "leader",
  "planner",
  "screen",
  "public",
] as const;
export type AccountRole = (typeof accountRoles)[number];

/** What an account may do; every route asks for one of these or is open to anybody. */
export const capabilities = [
  /** Read what lies within reach. */
  "see",
  /** Hand in a report. */
  "report",
  /** 督办. */
  "urge",
  /** Close, reopen, correct and withdraw reports. */
  "handle",
  /** Take one's part in the life of a case; which one is in domain/case/case-acts.ts. */
  "act",
  /** Decide what the measure suggests, and what it is measured with. */
  "decide",
  /** Change duties and borders. */
  "register",
  /** Take data out as files. */
  "export",
  "plan-ads",
  /** Say in the street what ads stand there, and how they are. */
  "register-ads",
  /** Show the city on a wall: hear commands and alerts, hand in pictures of it. */
  "show",
  /** Steer the wall. */
  "steer",
  /** Accounts, keys and what is done in the night. */
  "administer",
] as const;
export type Capability = (typeof capabilities)[number];

/** How far an account sees: the whole city, where its person or unit answers on the day, or nothing. */
export type Reach = "city" | "duties" | "nothing";

type Grant = { readonly reach: Reach; readonly can: readonly Capability[] };

/** The one table of rights. */
export const grants: Readonly<Record<AccountRole, Grant>> = {
  admin: { reach: "city", can: capabilities },
  operator: {
    reach: "city",
    can: [
      "see",
      "report",
      "urge",
      "handle",
      "act",
      "decide",
      "register",
      "export",
      "plan-ads",
      "register-ads",
      "show",
      "steer",
    ],
  },
  inspector: { reach: "duties", can: ["see", "report", "act", "register-ads"] },
  unit: { reach: "duties", can: ["see", "report", "act", "register-ads"] },
  leader: { reach: "duties", can: ["see", "report", "urge"] },
  planner: { reach: "city", can: ["see", "plan-ads", "register-ads", "export"] },
  screen: { reach: "city", can: ["see", "show"] },
  public: { reach: "nothing", can: ["report"] },
};

/** Who asks. `person` and `unitId` tie an account to the register, so its reach follows the duties of the day. */
export type Viewer = {
  /** Name to sign in with; what audit rows say. */
  readonly account: string;
  readonly name: string;
  readonly role: AccountRole;
  readonly person: string | null;
  readonly unitId: string | null;
};

/** Acts where no account is asked for: the demo on the own machine. */
export const demoOperator: Viewer = {
  account: "demo-operator",
  name: "演示操作员",
  role: "operator",
  person: null,
  unitId: null,
};

export function can(viewer: Pick<Viewer, "role">, capability: Capability): boolean {
  return grants[viewer.role].can.includes(capability);
}

/** An inspector who is tied to nobody in the register inspects the whole city. */
export function reachOf({ role, person, unitId }: Viewer): Reach {
  const { reach } = grants[role];
  if (role === "inspector" && person === null && unitId === null) return "city";
  return reach;
}

/** Telephone and identity numbers in what people wrote are for those who work on the reports. */
export function seesPersonalData(viewer: Pick<Viewer, "role">): boolean {
  return can(viewer, "handle");
}
