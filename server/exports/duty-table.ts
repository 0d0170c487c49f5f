import type { Duty, DutyScope } from "../../domain/duty.ts";
import {
  dutyCells,
  dutyTitleKeys,
  dutyTitles,
  roleWords,
  scopeWords,
} from "../../domain/duty-table.ts";
import { guardCell } from "../../domain/imports/guarded-cell.ts";
import type { CityClock } from "../../domain/time.ts";
import { type XlsxCell, xlsxFile } from "./xlsx-file.ts";

type Vocabulary = {
  readonly nameOf: (scope: DutyScope) => string | null;
  readonly clock: CityClock;
};

const TITLES = dutyTitleKeys.map((key) => dutyTitles[key]);
const WIDTHS = [16, 12, 14, 12, 10, 16, 24, 16, 13, 16, 18];

const EXPLANATIONS: readonly (readonly [title: string, rule: string])[] = [
  [dutyTitles.id, "已有责任的编号；新增的留空，由系统编号。以 # 开头的行不读入"],
  [dutyTitles.role, `必填：${Object.values(roleWords).join("、")}`],
  [dutyTitles.person, "姓名和单位编号至少填一项"],
  [dutyTitles.unitId, "单位表中的编号"],
  [dutyTitles.scopeType, `必填：${Object.values(scopeWords).join("、")}`],
  [dutyTitles.scopeId, "网格、路段、河段的编号或类别代码；范围为全市的留空"],
  [dutyTitles.scopeName, "供核对，可留空；填写的须与编号对应的名称一致"],
  [dutyTitles.also, "同时限定的第二个范围，写成“类别:E05”或“网格:Z03”；没有的留空"],
  [dutyTitles.from, "必填，任职首日，写成 2026-03-01"],
  [dutyTitles.to, "不再任职的首日；至今在任的留空"],
  [dutyTitles.phone, "可留空"],
];

/** The table as a workbook with a sheet that explains it. Without duties it is the template. */
export function dutyWorkbook(duties: readonly Duty[], { nameOf, clock }: Vocabulary) {
  const rows = duties.map((duty) => {
    const cells = dutyCells(duty, nameOf, clock);
    return dutyTitleKeys.map((key): XlsxCell => {
      const isDay = (key === "from" || key === "to") && /^\d{4}-\d\d-\d\d$/.test(cells[key]);
      return isDay ? { day: cells[key] } : cells[key];
    });
  });
  return xlsxFile([
    { name: "责任表", rows: [TITLES, ...rows], widths: WIDTHS },
    { name: "填写说明", rows: [["列", "填写要求"], ...EXPLANATIONS], widths: [18, 80] },
  ]);
}

/** The table as CSV in UTF-8 with a mark, whose cells no spreadsheet takes for formulas. */
export function dutyCsv(duties: readonly Duty[], { nameOf, clock }: Vocabulary): string {
  const rows = duties.map((duty) => {
    const cells = dutyCells(duty, nameOf, clock);
    return dutyTitleKeys.map((key) => cells[key]);
  });
  return csvText([TITLES, ...rows]);
}

/** Headings, and rows that explain them and are not read. */
export function dutyCsvTemplate(): string {
  const rules = EXPLANATIONS.map(([title, rule]) => [`# ${title}：${rule}`]);
  const padded = rules.map((cells) => [...cells, ...Array(TITLES.length - 1).fill("")]);
  return csvText([TITLES, ...padded]);
}

function csvText(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => cells.map(csvCell).join(","));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

function csvCell(text: string): string {
  const guarded = guardCell(text);
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
