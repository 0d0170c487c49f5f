import { strToU8, zipSync } from "fflate";
import { xmlText } from "./xml-text.ts";

/** Text, a number, a day `YYYY-MM-DD` that is shown as a date, or nothing. */
export type XlsxCell = string | number | { readonly day: string } | null;

export type XlsxSheet = {
  readonly name: string;
  /** The first row is the heading: bold, and stays in sight. */
  readonly rows: readonly (readonly XlsxCell[])[];
  /** In characters, by column. */
  readonly widths: readonly number[];
};

const XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`;
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/** Cell formats of styles.xml. */
const [HEADING, DATE] = [1, 2];

export const XLSX_TYPE = `${TYPE}.sheet`;

/** A workbook that Excel, WPS and LibreOffice open; texts stand in the cells and none is a formula. */
export function xlsxFile(sheets: readonly XlsxSheet[]): Uint8Array<ArrayBuffer> {
  const parts: Record<string, string> = {
    "[Content_Types].xml": contentTypes(sheets.length),
    "_rels/.rels": relations([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": workbook(sheets),
    "xl/_rels/workbook.xml.rels": relations([
      ...sheets.map((_, i) => ["worksheet", `worksheets/sheet${i + 1}.xml`] as const),
      ["styles", "styles.xml"],
    ]),
    "xl/styles.xml": styles,
  };
  sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet);
  });
  const files = Object.entries(parts).map(([path, text]) => [path, strToU8(text)] as const);
  return new Uint8Array(zipSync(Object.fromEntries(files), { level: 6 }));
}

function contentTypes(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_, i) =>
      `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${sheets.join("")}</Types>`;
}

function workbook(sheets: readonly XlsxSheet[]): string {
  const list = sheets.map(
    ({ name }, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><sheets>${list.join("")}</sheets></workbook>`;
}

const styles = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyNumberFormat="1"/><xf numFmtId="176" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

function sheetXml({ rows, widths }: XlsxSheet): string {
  const columns = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  const body = rows.map(
    (cells, r) =>
      `<row r="${r + 1}">${cells.map((cell, i) => cellXml(cell, `${letters(i)}${r + 1}`, r)).join("")}</row>`,
  );
  const frozen = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  const cols = columns.length === 0 ? "" : `<cols>${columns.join("")}</cols>`;
  return `${XML}<worksheet xmlns="${MAIN}">${frozen}${cols}<sheetData>${body.join("")}</sheetData></worksheet>`;
}

function cellXml(cell: XlsxCell, at: string, row: number): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === "object") return `<c r="${at}" s="${DATE}"><v>${serialOf(cell.day)}</v></c>`;
  const style = row === 0 ? ` s="${HEADING}"` : "";
  return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${xmlText(escaped(cell))}</t></is></c>`;
}

/** Days since the last of 1899, as Excel counts from March 1900 on. */
function serialOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
}

function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}

function relations(list: readonly (readonly [type: string, target: string])[]): string {
  const entries = list.map(
    ([type, target], i) =>
      `<Relationship Id="rId${i + 1}" Type="${RELS}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${entries.join("")}</Relationships>`;
}

/** What would be read as an escape. */
function escaped(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}
