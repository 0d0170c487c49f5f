import type {
  AdDossierRoad,
  AdDossierSite,
  AdPlanStamp,
  AdStamp,
  AdTotals,
} from "../ads/plan-dossier.ts";
import { isProvenBest } from "../ads/plan-dossier.ts";
import type { AdPapersText } from "./ad-papers-zh-cn.ts";

/** A code in words; one that is not known is the city's own and stands for itself. */
export function codeWord(table: Readonly<Record<string, string>>, code: string | null): string {
  if (code === null) return "";
  return Object.hasOwn(table, code) ? (table[code] ?? code) : code;
}

/** Thousands with a comma, cents where there are some. */
export function moneyWords(yuan: number): string {
  return yuan.toLocaleString("en-US", { maximumFractionDigits: 2 });
}

/** `K1+240`: a kilometre and 240 m from where the axis begins. */
export function chainageWords(chainageM: number | null): string {
  if (chainageM === null) return "";
  const metres = Math.round(chainageM);
  return `K${Math.floor(metres / 1000)}+${String(metres % 1000).padStart(3, "0")}`;
}

export function sideWords(side: AdDossierSite["side"], { sides }: AdPapersText): string {
  return side === null ? "" : side > 0 ? sides.left : side < 0 ? sides.right : sides.middle;
}

export function facingWords(facing: number | null, { compass, facing: say }: AdPapersText): string {
  if (facing === null) return "";
  const degrees = ((Math.round(facing) % 360) + 360) % 360;
  return say(compass[Math.round(degrees / 45) % 8] ?? "", degrees);
}

/** A road as people call it; `key` tells those without a name apart. */
export function roadWords(
  { roadName, roadKey }: Pick<AdDossierSite, "roadName" | "roadKey">,
  text: AdPapersText,
): string {
  if (roadName !== null) return roadName;
  if (roadKey === null) return text.noRoad;
  return text.unnamedRoad(/^\(unnamed (.*)\)$/u.exec(roadKey)?.[1] ?? roadKey);
}

export function nameOfRoad({ name, key }: AdDossierRoad, text: AdPapersText): string {
  return roadWords({ roadName: name, roadKey: key }, text);
}

/** What is known of how good a plan is; never more than is proven. */
export function proofWords(stamp: AdPlanStamp, { proof, clause }: AdPapersText): string {
  const { status, value, gap, minUnmet = 0, broken = 0 } = stamp;
  if (value === null) return proof.none;
  if (status === "infeasible") {
    const missing = isProvenBest(stamp) ? proof.leastUnmet(minUnmet) : proof.unmet(minUnmet);
    return broken > 0 ? `${missing}${clause}${proof.broken(broken)}` : missing;
  }
  if (isProvenBest(stamp)) return proof.best;
  return proof.gap((Math.ceil((gap ?? 1) * 1000) / 10).toFixed(1));
}

export function valueWords({ objective, value }: AdPlanStamp, { values }: AdPapersText): string {
  if (value === null) return "";
  return objective === "count" ? values.count(value) : values[objective](moneyWords(value));
}

/** `2026-11-22 10:05`, as the city's clock had it. */
export function minuteWords(iso: string): string {
  return iso.slice(0, 16).replace("T", " ");
}

/** What every page and file says of itself. */
export function stampLine(stamp: AdStamp, { stamp: say, dot }: AdPapersText): string {
  const { rulesVersion, rulesIssuedOn, rulesSource, dataRevision, madeAt } = stamp;
  return [
    say.rules(rulesVersion, rulesIssuedOn, rulesSource),
    say.data(dataRevision),
    say.made(minuteWords(madeAt)),
  ].join(dot);
}

export function planLine(stamp: AdPlanStamp, text: AdPapersText): string {
  const { dot } = text;
  return [
    text.stamp.scenario(stamp.scenario),
    text.stamp.objective(text.objectives[stamp.objective]),
    proofWords(stamp, text),
  ].join(dot);
}

export function balanceWords(
  {
    required,
    count,
    surplus,
    shortage,
  }: Pick<AdTotals, "required" | "count" | "surplus" | "shortage">,
  { balance }: AdPapersText,
): string {
  return balance(required, count, surplus, shortage);
}
