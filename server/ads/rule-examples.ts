import { readdir, readFile } from "node:fs/promises";
import { AdRuleExample } from "../../domain/ads/ad-rule-example.ts";

const FOLDER = new URL("../../data/ad-rules/", import.meta.url);

/** The example rules that come with the software, by id; where they were left out there are none. */
export async function readRuleExamples(folder: URL = FOLDER): Promise<AdRuleExample[]> {
  const files = (await filesOf(folder)).filter((file) => file.endsWith(".json")).sort();
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(new URL(file, folder), "utf8");
      return AdRuleExample.parse(JSON.parse(text));
    }),
  );
}

async function filesOf(folder: URL): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}
