import { type DutyTitle, dutyTitles, roleWords, scopeWords } from "../../../domain/duty-table.ts";
import type { Note } from "../../../domain/note.ts";
import { clip } from "../../../domain/text/printable.ts";

/** A mistake in a duty table, for the office that made it. */
export type DutyTableError = {
  /** As the spreadsheet counts, the first being 1. */
  readonly row: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly message: string;
};

const roles = Object.values(roleWords).join("、");
const types = Object.values(scopeWords).join("、");

/** What to write instead, by column. */
const REMEDIES: Readonly<Record<DutyTitle, string>> = {
  id: "请改为 1–100 个字以内、不含控制字符的编号，或留空由系统编号",
  role: `请填写下列之一：${roles}`,
  person: "请缩短到 60 个字以内",
  unitId: "请填写单位表中的编号，或留空",
  scopeType: `请填写下列之一：${types}`,
  scopeId: "请核对范围类型和范围编号",
  scopeName: "请更正名称或编号，或将名称留空",
  also: "请写成“范围类型:范围编号”，例如 类别:E05",
  from: "请写成 2026-03-01 的形式",
  to: "请写成 2026-03-01 的形式，至今在任的留空",
  phone: "请缩短到 40 个字以内",
};

/** Names row, column, value and remedy. Every note about a row is a mistake here: nothing is taken in half. */
export function dutyTableError(note: Note): DutyTableError {
  const field = columnOf(note);
  const column = field === null ? null : dutyTitles[field];
  const value = note.value === undefined ? null : clip(note.value);
  const row = note.row ?? 1;
  const place = `第 ${row} 行${column === null ? "" : `“${column}”`}`;
  return { row, column, value, message: `${place}${sentenceOf(note, field)}` };
}

function columnOf({ code, field }: Note): DutyTitle | null {
  if (code === "duplicate-id") return "id";
  if (code === "duty-ends-before-start") return "to";
  return field !== undefined && field in dutyTitles ? (field as DutyTitle) : null;
}

function sentenceOf({ code, field: name, value, detail }: Note, field: DutyTitle | null): string {
  const quoted = value === undefined ? "" : `“${clip(value)}”`;
  const remedy = field === null ? "请对照模板更正" : REMEDIES[field];
  switch (code) {
    case "missing-field":
      return detail === "person-or-unit" ? "和“单位编号”都为空；请至少填写一项" : `为空；${remedy}`;
    case "duplicate-id":
      return `${quoted}与第 ${detail ?? "?"} 行重复；请更正编号，或删去其中一行`;
    case "duty-ends-before-start":
      return `${quoted}不晚于起始日期“${clip(detail ?? "")}”；请核对这两个日期`;
    case "unknown-reference":
    case "reference-dropped":
      return `${quoted}不存在；${remedy}`;
    case "unknown-category": {
      const near = detail ? `，相近的有 ${clip(detail)}` : "";
      return `中的类别代码${quoted}不存在${near}；请填写类别表中的代码`;
    }
    case "state-disagrees":
      return `${quoted}与编号对应的名称“${clip(detail ?? "")}”不符；${remedy}`;
    case "ragged-row":
      return `有 ${value ?? "?"} 列，表头有 ${detail ?? "?"} 列；请核对逗号和引号`;
    case "row-unreadable":
      return `无法解析${quoted}；请检查引号是否成对`;
    case "column-missing":
      return `表头缺少“${clip(name ?? "")}”列；请使用模板的表头`;
    case "unknown-column":
      return `表头${quoted}不是模板中的列；请改为模板的列名，或删去该列`;
    default:
      return `${quoted}无效；${remedy}`;
  }
}
