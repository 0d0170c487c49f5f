import { DomainError } from "../../domain/errors.ts";
import { readEnv } from "../../server/env.ts";
import { readPack } from "../../server/packs/read-pack.ts";
import { addWebhook, readWebhooks, removeWebhook } from "../../server/webhooks/webhook-list.ts";
import { packFolder } from "./pack-folder.ts";
import { readArgs, type Verb } from "./verb.ts";

const ACTS = ["list", "add", "remove"] as const;

export const verb: Verb = {
  name: "webhook",
  usage: `${ACTS.join("|")} <pack> [--url http(s)://…]`,
  summary:
    "问题新增或变更时通知其他系统：列出、新增、删除接收地址，服务无须停止；默认不通知任何系统",
  run: manageWebhooks,
};

async function manageWebhooks(args: readonly string[]): Promise<number> {
  const { values, words } = readArgs("webhook", args, ["act", "pack"], { url: { type: "string" } });
  const act = ACTS.find((each) => each === words[0]);
  if (!act) throw usage(`${words[0]}: ${ACTS.join(", ")}`);
  const { value: pack } = await readPack(packFolder(words[1]));
  const state = readEnv(process.env, process.cwd()).stateFolder(pack.manifest.id);
  if (act === "list") {
    for (const { url } of await readWebhooks(state)) console.log(url);
    return 0;
  }
  if (values.url === undefined) throw usage("--url http(s)://…");
  if (act === "remove") await removeWebhook(state, values.url);
  if (act === "add") {
    const { secret } = await addWebhook(state, values.url);
    console.log(secret);
    console.error("以上为签名密钥，请交给接收方保管；约十秒内生效");
  }
  console.error(`${act} ${values.url}`);
  return 0;
}

function usage(problem: string): DomainError {
  return new DomainError("usage", { command: "webhook", problem });
}
