import { basename } from "node:path";
import { type AccountRole, accountRoles } from "../../domain/account.ts";
import { DomainError } from "../../domain/errors.ts";
import type { Account, Accounts } from "../../server/access/accounts.ts";
import { openAccountsOf } from "../../server/access/open-accounts.ts";
import { readEnv } from "../../server/env.ts";
import { readPack } from "../../server/packs/read-pack.ts";
import { packFolder } from "./pack-folder.ts";
import { readSecret } from "./read-secret.ts";
import { readArgs, type Verb } from "./verb.ts";

const ACTS = ["list", "add", "password", "remove"] as const;

export const verb: Verb = {
  name: "account",
  usage: `${ACTS.join("|")} <pack> [--account 用户名] [--role ${accountRoles.join("|")}] [--name 姓名] [--person 责任人] [--unit 单位编号]`,
  summary:
    "管理登录账号：列出、新建（如首个管理员）、重设口令、删除；口令从键盘或标准输入读取，服务无须停止",
  run: manageAccounts,
};

async function manageAccounts(args: readonly string[]): Promise<number> {
  const { values, words } = readArgs("account", args, ["act", "pack"], {
    account: { type: "string" },
    role: { type: "string" },
    name: { type: "string" },
    person: { type: "string" },
    unit: { type: "string" },
  });
  const act = ACTS.find((each) => each === words[0]);
  if (!act) throw usage(`${words[0]}: ${ACTS.join(", ")}`);
  const { value: pack } = await readPack(packFolder(words[1]));
  const options = { now: Date.now, isDemo: false, clientAddress: () => "" };
  const env = readEnv(process.env, process.cwd());
  const { accounts, close } = await openAccountsOf(env, pack.manifest.id, options);
  try {
    if (act === "list") return list(await accounts.list());
    const account = values.account ?? "";
    if (account === "") throw usage("--account");
    if (act === "remove") await accounts.remove(account);
    if (act === "password") await accounts.setPassword(account, await readSecret("新口令："));
    if (act === "add") await add(accounts, account, values);
    console.error(`${act} ${account} · ${basename(pack.folder)}`);
    return 0;
  } finally {
    await close();
  }
}

type Given = { readonly [N in "role" | "name" | "person" | "unit"]?: string | undefined };

async function add(accounts: Accounts, account: string, given: Given): Promise<void> {
  const role: AccountRole | undefined = accountRoles.find((each) => each === given.role);
  if (!role) throw usage(`--role ${given.role ?? ""}: ${accountRoles.join(", ")}`);
  await accounts.add({
    account,
    name: given.name ?? account,
    role,
    person: given.person ?? null,
    unitId: given.unit ?? null,
    password: await readSecret("口令："),
  });
}

function list(accounts: readonly Account[]): number {
  for (const { account, name, role, person, unitId } of accounts) {
    console.log([account, role, name, person ?? unitId ?? ""].join("\t"));
  }
  return 0;
}

function usage(problem: string): DomainError {
  return new DomainError("usage", { command: "account", problem });
}
