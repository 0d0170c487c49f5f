import { basename } from "node:path";
import { type AccountRole, accountRoles } from "../../domain/account.ts";
import { DomainError } from "../../domain/errors.ts";
import { wallPath } from "../../domain/wall-path.ts";
import type { Account, Accounts } from "../../server/access/accounts.ts";
import { openAccountsOf } from "../../server/access/open-accounts.ts";
import type { Wall } from "../../server/access/walls.ts";
import { readEnv } from "../../server/env.ts";
import { readPack } from "../../server/packs/read-pack.ts";
import { packFolder } from "./pack-folder.ts";
import { readSecret } from "./read-secret.ts";
import { readArgs, type Verb } from "./verb.ts";

const ACTS = ["list", "add", "password", "remove", "wall", "walls", "remove-wall"] as const;

export const verb: Verb = {
  name: "account",
  usage: `${ACTS.join("|")} <pack> [--account 用户名] [--role ${accountRoles.join("|")}] [--name 姓名] [--person 责任人] [--unit 单位编号] [--sign-on 统一认证标识] [--id 大屏编号]`,
  summary:
    "管理登录账号：列出、新建（如首个管理员）、重设口令、删除；大屏授权链接：生成、列出、撤销；口令从键盘或标准输入读取，服务无须停止",
  run: manageAccounts,
};

async function manageAccounts(args: readonly string[]): Promise<number> {
  const { values, words } = readArgs("account", args, ["act", "pack"], {
    account: { type: "string" },
    role: { type: "string" },
    name: { type: "string" },
    person: { type: "string" },
    unit: { type: "string" },
    "sign-on": { type: "string" },
    id: { type: "string" },
  });
  const act = ACTS.find((each) => each === words[0]);
  if (!act) throw usage(`${words[0]}: ${ACTS.join(", ")}`);
  const { value: pack } = await readPack(packFolder(words[1]));
  const options = { now: Date.now, isDemo: false, clientAddress: () => "" };
  const env = readEnv(process.env, process.cwd());
  const { accounts, close } = await openAccountsOf(env, pack.manifest.id, options);
  try {
    if (act === "list") return list(await accounts.list());
    if (act === "walls") return listWalls(await accounts.walls.list());
    if (act === "remove-wall") return await removeWall(accounts, values.id ?? "");
    const account = values.account ?? "";
    if (account === "") throw usage("--account");
    if (act === "wall") return await addWall(accounts, account, env.publicUrl);
    if (act === "remove") await accounts.remove(account);
    if (act === "password") await accounts.setPassword(account, await readSecret("新口令："));
    if (act === "add") await add(accounts, account, values);
    console.error(`${act} ${account} · ${basename(pack.folder)}`);
    return 0;
  } finally {
    await close();
  }
}

type Given = {
  readonly [N in "role" | "name" | "person" | "unit" | "sign-on"]?: string | undefined;
};

async function add(accounts: Accounts, account: string, given: Given): Promise<void> {
  const role: AccountRole | undefined = accountRoles.find((each) => each === given.role);
  if (!role) throw usage(`--role ${given.role ?? ""}: ${accountRoles.join(", ")}`);
  await accounts.add({
    account,
    name: given.name ?? account,
    role,
    person: given.person ?? null,
    unitId: given.unit ?? null,
    signOn: given["sign-on"] ?? null,
    password: await readSecret("口令："),
  });
}

function list(accounts: readonly Account[]): number {
  for (const { account, name, role, person, unitId, signOn } of accounts) {
    console.log([account, role, name, person ?? unitId ?? "", signOn ?? ""].join("\t"));
  }
  return 0;
}

/** The link is printed this once; where the platform's address is not known, from its path on. */
async function addWall(accounts: Accounts, account: string, publicUrl: string | null) {
  const { token } = await accounts.addWall(account);
  console.log(`${publicUrl ?? ""}${wallPath(token)}`);
  console.error("大屏授权链接只显示这一次，请在大屏的浏览器上打开");
  return 0;
}

function listWalls(walls: readonly Wall[]): number {
  const day = (at: number | null) => (at === null ? "" : new Date(at).toISOString().slice(0, 10));
  for (const { id, account, start, createdAt, usedAt } of walls) {
    console.log([id, account, `${start}…`, day(createdAt), day(usedAt)].join("\t"));
  }
  return 0;
}

async function removeWall(accounts: Accounts, id: string): Promise<number> {
  const isKnown = (await accounts.walls.list()).some((wall) => wall.id === id);
  if (!isKnown) throw usage(`--id ${id}`);
  await accounts.walls.remove(id);
  return 0;
}

function usage(problem: string): DomainError {
  return new DomainError("usage", { command: "account", problem });
}
