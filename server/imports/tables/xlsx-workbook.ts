import { posix } from "node:path";
import { DomainError } from "../../../domain/errors.ts";
import type { SerialEpoch } from "../../../domain/imports/time-reading.ts";
import type { XlsxArchive, XmlHandlers } from "./xlsx-archive.ts";

/** What the parts around a sheet say about its cells. */
export type Workbook = {
  /** Path of the sheet's part. */
  readonly sheetPart: string;
  readonly serialEpoch: SerialEpoch;
  /** By shared string index. */
  readonly strings: readonly string[];
  /** By cell style: whether numbers in it are shown as dates or times of day. */
  readonly isDateStyle: readonly boolean[];
};

const WORKBOOK = "xl/workbook.xml";

/**
 * Format ids that are dates without a code of their own; 27–36 and 50–58 are those of Chinese,
 * Japanese and Korean Excel.
 */
const BUILT_IN_DATES: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 45],
  [47, 47],
  [50, 58],
];

/** Chooses the named sheet, or the first. Throws a refusal that lists the sheets there are. */
export async function readWorkbook(
  archive: XlsxArchive,
  sheet: string | undefined,
): Promise<Workbook> {
  const workbookPart = await mainPart(archive);
  const { sheets, serialEpoch } = await readSheetList(archive, workbookPart);
  const targets = await readTargets(archive, workbookPart);
  const parts = sheets.filter(({ rel }) => targets.get(rel)?.type.endsWith("/worksheet"));
  const chosen =
    sheet === undefined ? parts[0] : parts.find(({ name }) => name.trim() === sheet.trim());
  const sheetPart = chosen && targets.get(chosen.rel)?.part;
  if (!sheetPart) {
    const nearest = parts.map(({ name }) => name);
    throw new DomainError("unknown-value", { name: "sheet", value: sheet ?? "", nearest });
  }
  const partOf = (suffix: string) =>
    [...targets.values()].find(({ type }) => type.endsWith(suffix))?.part;
  return {
    sheetPart,
    serialEpoch,
    strings: await readStrings(archive, partOf("/sharedStrings")),
    isDateStyle: await readDateStyles(archive, partOf("/styles")),
  };
}

/** Whether a number format shows dates or times of day; `[h]:mm` is a duration and does not. */
export function isDateFormat(code: string): boolean {
  if (/\[(?:h+|m+|s+)\]/i.test(code)) return false;
  const [positive = ""] = code.split(";");
  const bare = positive.replace(/\\.|"[^"]*"|\[[^\]]*\]|_./g, "");
  return /[ymdhs年月日时]/i.test(bare.replace(/general/gi, ""));
}

/** `_x000D_` stands for a character that XML cannot hold. */
export function unescapeXlsx(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

async function mainPart(archive: XlsxArchive): Promise<string> {
  if (!archive.has("_rels/.rels")) return WORKBOOK;
  const targets = await readRelations(archive, "_rels/.rels", "");
  const main = [...targets.values()].find(({ type }) => type.endsWith("/officeDocument"));
  return main?.part ?? WORKBOOK;
}

async function readSheetList(
  archive: XlsxArchive,
  part: string,
): Promise<{ sheets: { name: string; rel: string }[]; serialEpoch: SerialEpoch }> {
  const sheets: { name: string; rel: string }[] = [];
  let serialEpoch: SerialEpoch = 1900;
  await readAll(archive, part, (name, attributes) => {
    if (name === "workbookPr" && /^(?:1|true)$/.test(attributes.date1904 ?? "")) serialEpoch = 1904;
    if (name !== "sheet") return;
    const rel = Object.keys(attributes).find((key) => /(?:^|:)id$/.test(key) && key !== "id");
    sheets.push({ name: attributes.name ?? "", rel: (rel && attributes[rel]) ?? "" });
  });
  return { sheets, serialEpoch };
}

type Target = { readonly type: string; readonly part: string };

function readTargets(archive: XlsxArchive, part: string): Promise<Map<string, Target>> {
  const folder = posix.dirname(part);
  return readRelations(archive, `${folder}/_rels/${posix.basename(part)}.rels`, folder);
}

async function readRelations(
  archive: XlsxArchive,
  part: string,
  folder: string,
): Promise<Map<string, Target>> {
  const targets = new Map<string, Target>();
  await readAll(archive, part, (name, { Id, Type, Target, TargetMode }) => {
    if (name !== "Relationship" || !Id || !Target || TargetMode === "External") return;
    const path = Target.startsWith("/") ? Target.slice(1) : posix.join(folder, Target);
    targets.set(Id, { type: Type ?? "", part: path });
  });
  return targets;
}

async function readStrings(archive: XlsxArchive, part: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (!part || !archive.has(part)) return strings;
  let text = "";
  let isText = false;
  let isPhonetic = false;
  const handlers: XmlHandlers = {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") isPhonetic = true;
      else if (name === "t") isText = !isPhonetic;
    },
    text(piece) {
      if (isText) text += piece;
    },
    close(name) {
      if (name === "si") strings.push(unescapeXlsx(text));
      else if (name === "rPh") isPhonetic = false;
      else if (name === "t") isText = false;
    },
  };
  for await (const _ of archive.read(part, handlers));
  return strings;
}

async function readDateStyles(archive: XlsxArchive, part: string | undefined): Promise<boolean[]> {
  if (!part || !archive.has(part)) return [];
  const codes = new Map<number, string>();
  const isDate: boolean[] = [];
  let isInCellFormats = false;
  const isDateId = (id: number) => {
    const code = codes.get(id);
    if (code !== undefined) return isDateFormat(code);
    return BUILT_IN_DATES.some(([first, last]) => id >= first && id <= last);
  };
  for await (const _ of archive.read(part, {
    open(name, { numFmtId, formatCode }) {
      if (name === "numFmt") codes.set(Number(numFmtId), formatCode ?? "");
      else if (name === "cellXfs") isInCellFormats = true;
      else if (name === "xf" && isInCellFormats) isDate.push(isDateId(Number(numFmtId ?? 0)));
    },
    text() {},
    close(name) {
      if (name === "cellXfs") isInCellFormats = false;
    },
  }));
  return isDate;
}

async function readAll(
  archive: XlsxArchive,
  part: string,
  open: XmlHandlers["open"],
): Promise<void> {
  for await (const _ of archive.read(part, { open, text() {}, close() {} }));
}
