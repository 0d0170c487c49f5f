import { strToU8, zipSync } from "fflate";

/** A cell: text, number, boolean, nothing, or a number shown as a date. */
export type XlsxCell = string | number | boolean | null | { readonly serial: number };

type XlsxOptions = {
  readonly sheets: Readonly<Record<string, readonly (readonly XlsxCell[])[]>>;
  readonly is1904?: boolean;
  /**
   * Whether texts go into shared strings, as Excel does, or into the cells, as many programs do.
   */
  readonly strings?: "shared" | "inline";
  readonly dateFormat?: string;
};

/** A workbook as Excel writes one, small enough to look through. */
export function xlsxBytes(options: XlsxOptions): Buffer {
  const { sheets, is1904 = false, strings = "shared", dateFormat = "yyyy/m/d h:mm" } = options;
  const names = Object.keys(sheets);
  const shared: string[] = [];
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "_rels/.rels": relations([["rId1", "officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr${is1904 ? ' date1904="1"' : ""}/><sheets>${names.map((name, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations([
      ...names.map((_, i) => [`rId${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`] as const),
      ["rId90", "styles", "styles.xml"],
      ["rId91", "sharedStrings", "/xl/sharedStrings.xml"],
    ]),
    "xl/styles.xml": `<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="176" formatCode="${xmlText(dateFormat)}"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="176" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
  names.forEach((name, i) => {
    const rows = (sheets[name] ?? []).map((cells, r) => rowXml(cells, r + 1, strings, shared));
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join("")}</sheetData></worksheet>`;
  });
  parts["xl/sharedStrings.xml"] =
    `<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${shared.join("")}</sst>`;
  const files = Object.entries(parts).map(([path, text]) => [path, strToU8(text)] as const);
  return Buffer.from(zipSync(Object.fromEntries(files)));
}

/** Excel's column letters of a zero-based column. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}

function rowXml(
  cells: readonly XlsxCell[],
  row: number,
  strings: "shared" | "inline",
  shared: string[],
): string {
  const xml = cells.map((cell, i) => {
    const at = `r="${columnLetters(i)}${row}"`;
    if (cell === null) return "";
    if (typeof cell === "number") return `<c ${at}><v>${cell}</v></c>`;
    if (typeof cell === "boolean") return `<c ${at} t="b"><v>${cell ? 1 : 0}</v></c>`;
    if (typeof cell === "object") return `<c ${at} s="1"><v>${cell.serial}</v></c>`;
    if (strings === "inline") return `<c ${at} t="inlineStr"><is><t>${xmlText(cell)}</t></is></c>`;
    // Every other text is written as rich text with a phonetic run, as East Asian Excel does.
    shared.push(
      shared.length % 2 === 0
        ? `<si><t xml:space="preserve">${xmlText(cell)}</t></si>`
        : `<si><r><t>${xmlText(cell.slice(0, 1))}</t></r><r><t>${xmlText(cell.slice(1))}</t></r><rPh sb="0" eb="1"><t>pinyin</t></rPh></si>`,
    );
    return `<c ${at} t="s"><v>${shared.length - 1}</v></c>`;
  });
  return `<row r="${row}">${xml.join("")}</row>`;
}

function relations(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const entries = list.map(
    ([id, type, target]) =>
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
  );
  return `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join("")}</Relationships>`;
}

function xmlText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
