import { networkOf, surveyAds } from "../../domain/ads/audit/audit.ts";
import { type AuditReport, auditReport } from "../../domain/ads/audit/audit-report.ts";
import { planarInstance } from "../../domain/ads/planar-instance.ts";
import { readAdCity } from "./ads-city.ts";
import { readArgs, type Verb } from "./verb.ts";

export const verb: Verb = {
  name: "ads-audit",
  usage: "<pack|instance.json> [--json]",
  summary: "按设置标准核查公益广告：每条路应设、现有、缺口、最长空白段、间距冲突、不可用点位",
  run: audit,
};

/** Fewer ads than this share that serve something: their positions may be in another datum. */
const FEWEST_SERVING = 0.95;

async function audit(args: readonly string[]): Promise<number> {
  const { values, words } = readArgs("ads-audit", args, ["pack"], {
    json: { type: "boolean", default: false },
  });
  const instance = planarInstance(await readAdCity(words[0]));
  const survey = surveyAds(instance, networkOf(instance));
  const report = auditReport(survey);
  const standing = instance.ads.filter(({ state }) => state !== "removed").length;
  if (report.unserved.length > (1 - FEWEST_SERVING) * standing) {
    console.error(
      `${standing} 处广告中有 ${report.unserved.length} 处不服务任何道路，请核对坐标系。` +
        ` ${report.unserved.length} of ${standing} ads serve no road: check the datum.`,
    );
  }
  if (values.json) console.log(JSON.stringify(report));
  else for (const line of summary(report)) console.log(line);
  return 0;
}

/** A line a group. */
function summary({ roads, totals, spacingPairs, unserved }: AuditReport): string[] {
  const groups = Map.groupBy(roads, ({ group }) => group);
  const lines = [...groups].map(([group, own]) => {
    const sum = (of: (road: (typeof own)[number]) => number) => own.reduce((s, r) => s + of(r), 0);
    const km = (sum(({ length }) => length) / 1000).toFixed(1);
    const gaps = own.filter(({ gapOk }) => !gapOk).length;
    return (
      `${group}: ${own.length} 条道路，${km} km，应设 ${sum(({ required }) => required)}，` +
      `现有 ${sum(({ count }) => count)}，缺口 ${sum(({ shortage }) => shortage)}，` +
      `空白段超长 ${gaps} 条`
    );
  });
  const rest = `间距冲突 ${spacingPairs.length} 对，不服务任何道路 ${unserved.length} 处`;
  return [...lines, `合计缺口 ${totals.shortage}；${rest}`];
}
