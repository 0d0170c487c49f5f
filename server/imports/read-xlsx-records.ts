import { DomainError } from "../../domain/errors.ts";
import type { FieldValue } from "../../domain/imports/foreign-record.ts";
import { type SerialEpoch, serialTime } from "../../domain/imports/time-reading.ts";
import type { ByteProgress } from "./raw-chunks.ts";
import type { RecordSource, TableLayout } from "./record-source.ts";
import type { SniffedFile } from "./sniff-file.ts";
import { openTable, type TableRow } from "./tables/table-rows.ts";
import { openXlsx, type XlsxArchive, type XmlHandlers } from "./tables/xlsx-archive.ts";
import { readWorkbook, unescapeXlsx, type Workbook } from "./tables/xlsx-workbook.ts";

const COLUMNS_MAX = 16_384;

/**
 * Rows of one sheet, streamed; only the shared strings are held in memory. Cells shown as dates
 * come as `yyyy-MM-dd`, with `THH:mm:ss` when they have a time of day, as `HH:mm:ss` when they have
 * nothing else; formulas come as the value last computed, errors as null. Throws a refusal for what
 * is no workbook, or lacks the sheet.
 */
export async function openXlsxRecords(
  file: SniffedFile,
  options: {
    readonly layout: TableLayout;
    readonly wanted: ReadonlySet<string>;
    readonly onProgress?: ByteProgress | undefined;
  },
): Promise<RecordSource> {
  const archive = await openXlsx(file);
  try {
    const workbook = await readWorkbook(archive, options.layout.sheet);
    const rows = sheetRows(archive, workbook, (share) =>
      options.onProgress?.(Math.round(share * file.byteLength), file.byteLength),
    );
    const table = await openTable(rows, {
      file: file.name,
      headerRow: options.layout.headerRow,
      wanted: options.wanted,
      isStrict: false,
    });
    if (!table) throw new DomainError("unreadable-file", { file: file.name, seems: "empty" });
    return {
      columns: table.header.columns,
      serialEpoch: workbook.serialEpoch,
      notes: [],
      batches: table.batches,
      close: table.close,
    };
  } catch (error) {
    archive.close();
    throw error;
  }
}

async function* sheetRows(
  archive: XlsxArchive,
  workbook: Workbook,
  onShare: (share: number) => void,
): AsyncGenerator<readonly TableRow[]> {
  const gatherer = rowGatherer(workbook);
  try {
    for await (const share of archive.read(workbook.sheetPart, gatherer.handlers)) {
      const rows = gatherer.takeRows();
      if (rows.length > 0) yield rows;
      onShare(share);
    }
  } finally {
    archive.close();
  }
}

/** Gathers the rows of a sheet's XML as it runs by. */
function rowGatherer(workbook: Workbook): {
  handlers: XmlHandlers;
  takeRows(): readonly TableRow[];
} {
  let rows: TableRow[] = [];
  let row = 0;
  let cells: FieldValue[] = [];
  let column = -1;
  let type = "n";
  let style = 0;
  let text = "";
  let isValue = false;
  let isPhonetic = false;
  const handlers: XmlHandlers = {
    open(name, attributes) {
      if (name === "row") {
        const given = Number(attributes.r ?? row + 1);
        row = Number.isInteger(given) ? given : row + 1;
        [cells, column] = [[], -1];
      } else if (name === "c") {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
        if (column >= COLUMNS_MAX) throw new RangeError("column beyond XFD");
        [type, style, text] = [attributes.t ?? "n", Number(attributes.s ?? 0), ""];
      } else if (name === "rPh") isPhonetic = true;
      else if (name === "v" || name === "t") isValue = !isPhonetic;
    },
    text(piece) {
      if (isValue) text += piece;
    },
    close(name) {
      if (name === "v" || name === "t") isValue = false;
      else if (name === "rPh") isPhonetic = false;
      else if (name === "c" && column >= 0) {
        while (cells.length < column) cells.push(null);
        cells[column] = cellValue(type, style, text, workbook);
      } else if (name === "row") rows.push({ row, cells });
    },
  };
  return {
    handlers,
    takeRows() {
      const taken = rows;
      rows = [];
      return taken;
    },
  };
}

function cellValue(type: string, style: number, text: string, workbook: Workbook): FieldValue {
  switch (type) {
    case "s":
      return workbook.strings[Number(text)] ?? null;
    case "inlineStr":
    case "str":
      return unescapeXlsx(text);
    case "b":
      return text.trim() === "1";
    case "e":
      return null;
    case "d":
      return text.trim();
    default: {
      const value = Number(text);
      if (text.trim() === "" || !Number.isFinite(value)) return null;
      if (!workbook.isDateStyle[style]) return value;
      return dateText(value, workbook.serialEpoch) ?? value;
    }
  }
}

function dateText(serial: number, epoch: SerialEpoch): string | null {
  const isTimeOfDay = serial >= 0 && serial < 1;
  const local = serialTime(isTimeOfDay ? serial + 2 : serial, epoch);
  if (!local) return null;
  const two = (value: number) => String(value).padStart(2, "0");
  const { year, month, day, hour, minute, second, millisecond } = local;
  const fraction = millisecond === 0 ? "" : `.${String(millisecond).padStart(3, "0")}`;
  const time = `${two(hour)}:${two(minute)}:${two(second)}${fraction}`;
  if (isTimeOfDay) return time;
  const date = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
  return time === "00:00:00" ? date : `${date}T${time}`;
}

/** Zero-based column of a reference such as `AB12`; −1 for none. */
function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}
