import { cityClock } from "../../domain/time.ts";
import { readEnv } from "../../server/env.ts";
import { readPack } from "../../server/packs/read-pack.ts";
import { forgetPersonalData } from "../../server/services/forget-personal-data.ts";
import { storedCity } from "./city-storage.ts";
import { packFolder } from "./pack-folder.ts";
import { readArgs, type Verb } from "./verb.ts";

export const verb: Verb = {
  name: "forget",
  usage: "<pack> [--dry-run]",
  summary:
    "将办结或作废已满保存期（settings.privacy.keepDays）的问题点位中的电话、身份证号永久遮盖，" +
    "服务每夜自动办理；--dry-run 只清点不改动",
  run: forget,
};

/** A server on the same file has to stand still; on a shared database it goes on. */
async function forget(args: readonly string[]): Promise<number> {
  const { values, words } = readArgs("forget", args, ["pack"], {
    "dry-run": { type: "boolean", default: false },
  });
  const isDryRun = values["dry-run"];
  const { value: pack } = await readPack(packFolder(words[0]));
  const { id, timezone, settings } = pack.manifest;
  const { keepDays } = settings.privacy;
  const storage = await storedCity(readEnv(process.env, process.cwd()), id);
  if (!storage) {
    console.log("尚无数据库，没有可遮盖的内容");
    return 0;
  }
  try {
    const { exclusive: change } = storage;
    const actor = "forget";
    const asked = { storage, change, now: Date.now, actor, keepDays, isDryRun };
    const { until, texts, subjects } = await forgetPersonalData(asked);
    const day = cityClock(timezone).toDate(until);
    console.log(`保存期 ${keepDays} 天：${day} 及以前办结或作废的问题点位、作出的约谈决定`);
    console.log(`${isDryRun ? "待遮盖" : "已遮盖"} ${subjects} 件，共 ${texts} 处文字`);
    return 0;
  } finally {
    await storage.close();
  }
}
