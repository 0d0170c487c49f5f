import type { Duty, DutyRole, DutyScope, ScopeType } from "./duty.ts";
import type { CityClock } from "./time.ts";

/** Columns of the duty table as offices keep it, in their order. */
export const dutyTitles = {
  id: "编号",
  role: "职责",
  person: "姓名",
  unitId: "单位编号",
  scopeType: "范围类型",
  scopeId: "范围编号",
  scopeName: "范围名称",
  also: "附加范围",
  from: "起始日期",
  to: "截止日期(不含)",
  phone: "电话",
} as const;
export type DutyTitle = keyof typeof dutyTitles;
export const dutyTitleKeys = Object.keys(dutyTitles) as readonly DutyTitle[];

export const roleWords: Readonly<Record<DutyRole, string>> = {
  "zone-lead": "挂片领导",
  "section-chief": "路段长",
  "river-chief": "河长",
  "partner-unit": "挂点单位",
  "sub-headquarters": "分指挥部",
  "implementing-unit": "实施主体",
  "grid-worker": "网格员",
};

export const scopeWords: Readonly<Record<ScopeType, string>> = {
  zone: "网格",
  section: "路段",
  river: "河段",
  category: "类别",
  city: "全市",
};

/** A duty as texts under `dutyTitles`; dates as `YYYY-MM-DD` where they are midnights of the city, else as instants. */
export function dutyCells(
  duty: Duty,
  nameOf: (scope: DutyScope) => string | null,
  clock: CityClock,
): Readonly<Record<DutyTitle, string>> {
  const { scope, also } = duty;
  const day = (t: number) => (clock.dayStart(t) === t ? clock.toDate(t) : clock.toIso(t));
  return {
    id: duty.id,
    role: roleWords[duty.role],
    person: duty.person ?? "",
    unitId: duty.unitId ?? "",
    scopeType: scopeWords[scope.type],
    scopeId: scope.type === "city" ? "" : scope.id,
    scopeName: nameOf(scope) ?? "",
    also: also === null ? "" : scopeText(also),
    from: day(duty.from),
    to: duty.to === null ? "" : day(duty.to),
    phone: duty.phone ?? "",
  };
}

function scopeText({ type, id }: DutyScope): string {
  return type === "city" ? scopeWords.city : `${scopeWords[type]}:${id}`;
}

/** The code that a Chinese word of the table stands for; codes and unknown words come back as they are. */
export function codeOfWord(words: Readonly<Record<string, string>>, text: string): string {
  return Object.entries(words).find(([, word]) => word === text)?.[0] ?? text;
}

/** `类别:E05`, `类别：E05` as `category:E05`. */
export function codeOfScopeText(text: string): string {
  const at = text.search(/[:：]/);
  if (at < 0) return codeOfWord(scopeWords, text);
  return `${codeOfWord(scopeWords, text.slice(0, at).trim())}:${text.slice(at + 1).trim()}`;
}

/** `2026/3/1`, `2026.3.1`, `2026年3月1日`, `20260301` as `2026-03-01`; anything else as it is. */
export function dayOfText(text: string): string {
  const match =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const [, year, month = "", day = ""] = match ?? [];
  return year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text;
}
