import { DomainError } from "../../domain/errors.ts";
import { readEnv } from "../../server/env.ts";
import type { CopiedTable } from "../../server/operations/copy-tables.ts";
import { readPack } from "../../server/packs/read-pack.ts";
import { copyFromPostgres, copyToPostgres } from "./copy-city.ts";
import { packFolder } from "./pack-folder.ts";
import { readArgs, type Verb } from "./verb.ts";

export const verb: Verb = {
  name: "copy",
  usage: "<pack> --to|--from postgres://…",
  summary:
    "在数据目录与 PostgreSQL 之间整城搬移（含账号），逐表核对件数和校验值；目标须为空，原有数据不变",
  run: copyCity,
};

async function copyCity(args: readonly string[]): Promise<number> {
  const { values, words } = readArgs("copy", args, ["pack"], {
    to: { type: "string" },
    from: { type: "string" },
  });
  const url = values.to ?? values.from ?? "";
  if ((values.to === undefined) === (values.from === undefined)) throw usage("--to | --from");
  if (!/^postgres(ql)?:\/\//.test(url)) throw usage("postgres://…");
  const { value: pack } = await readPack(packFolder(words[0]));
  const folder = readEnv(process.env, process.cwd()).stateFolder(pack.manifest.id);
  const isThere = values.to !== undefined;
  await (isThere ? copyToPostgres(folder, url, tell) : copyFromPostgres(url, folder, tell));
  const [from, to] = isThere ? [folder, nameOf(url)] : [nameOf(url), folder];
  console.log(`已复制并核对一致：${from} → ${to}`);
  console.log(
    isThere
      ? "请停止原服务，以 DATABASE_URL 指向新库后启动；复制开始之后在原库办理的事项不在新库中"
      : "请停止原服务，去掉 DATABASE_URL 后启动；复制开始之后在原库办理的事项不在新库中",
  );
  return 0;
}

function tell({ table, rows, checksum }: CopiedTable): void {
  console.log(`  ${table}\t${rows}\t${checksum}`);
}

/** Without user and password. */
function nameOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

function usage(problem: string): DomainError {
  return new DomainError("usage", { command: "copy", problem });
}
