import type { AdsRulesText } from "../../../text/ads-rules-zh-cn.ts";
import type { RuleChange } from "./rule-changes.ts";

type Words = AdsRulesText["adRules"];

/** What a code is called here; a city's own codes are shown as they are. */
export function named(names: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(names, code) ? (names[code] ?? code) : code;
}

/** groups.arterial.perKm → 主干道 · 每公里 */
export function pathWords(path: string, text: Words): string {
  const [first = "", ...rest] = path.split(".");
  const codes = { ...text.themeNames, ...text.carriers, ...namesUnder(first, text) };
  const words = rest.map((step, i) => {
    const [, lengthM] = (first === "windows" && /^per-(\d+)m$/.exec(step)) || [];
    if (lengthM) return text.windows.per(lengthM);
    if (step === "groups") return text.windows.groups;
    const isOwnName = i === 0 && first !== "themes" && first !== "forms";
    return isOwnName ? named(codes, step) : named({ ...codes, ...text.steps }, step);
  });
  return [named(text.steps, first), ...words].filter((word) => word !== "").join(" · ");
}

function namesUnder(section: string, text: Words): Readonly<Record<string, string>> {
  switch (section) {
    case "groups":
      return text.groups;
    case "classes":
      return text.classNames;
    case "hoardingMinShare":
    case "screenMinShare":
      return { ...text.boardKinds, "*": text.boards.anyKind };
    default:
      return section.startsWith("place") ? text.placeKinds : {};
  }
}

/** A number as it is read in that place: shares in per cent, true and false as words. */
export function valueWords(path: string, value: string | undefined, text: Words): string {
  if (value === undefined) return text.preview.absent;
  if (/share/i.test(path)) return `${percent(Number(value))} %`;
  if (value === "true") return text.roads.yes;
  if (value === "false") return text.roads.no;
  if (path.endsWith(".rounding")) return named(text.roads.roundings, value);
  if (path === "sharing") return named(text.general.sharings, value);
  if (path.startsWith("classes.")) return named(text.groups, value);
  if (path === "countStates") return listWords(value, text.general.states);
  if (path.startsWith("forms.")) return listWords(value, text.carriers);
  if (path === "absorbAuxiliary") return listWords(value, text.groups, " ");
  return path.startsWith("windows.") ? listWords(value, text.groups) : value;
}

function listWords(
  value: string,
  names: Readonly<Record<string, string>>,
  comma: "、" | " " = "、",
): string {
  return value
    .split(comma)
    .map((each) => named(names, each))
    .join(comma);
}

export function changeWords({ path, from, to }: RuleChange, text: Words): string {
  return `${pathWords(path, text)}：${valueWords(path, from, text)} → ${valueWords(path, to, text)}`;
}

/** 0.29 → 29, 0.125 → 12.5; without the noise of doubles. */
export function percent(share: number): number {
  return Math.round(share * 1e6) / 1e4;
}

export function shareOf(percents: number): number {
  return Math.round(percents * 1e4) / 1e6;
}

/** The code that a name stands for, or the name itself, on one line and without what paths are cut at. */
export function codeOf(names: Readonly<Record<string, string>>, typed: string): string {
  const name = typed.normalize("NFKC").replaceAll(".", "").replaceAll(/\s+/g, " ").trim();
  const known = Object.entries(names).find(([, each]) => each.normalize("NFKC") === name);
  return known?.[0] ?? name;
}
