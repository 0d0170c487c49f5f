import type { ByteProgress } from "./raw-chunks.ts";
import { openCsvRecords } from "./read-csv-records.ts";
import { openGeojsonRecords } from "./read-geojson-records.ts";
import { openXlsxRecords } from "./read-xlsx-records.ts";
import type { RecordSource, TableLayout } from "./record-source.ts";
import { sniffFile } from "./sniff-file.ts";

/**
 * Opens CSV, XLSX, GeoJSON, newline-delimited GeoJSON, each also packed, by what the file is and
 * not by its name. `wanted` are the columns by which headings below title rows are recognised, and
 * the only ones that a table's records carry; empty: all. Throws an `unreadable-file` refusal that
 * says what else the file seems to be.
 */
export async function openRecords(
  path: string,
  options: {
    readonly layout?: TableLayout;
    readonly wanted: ReadonlySet<string>;
    readonly onProgress?: ByteProgress | undefined;
  },
): Promise<RecordSource & { readonly name: string }> {
  const { layout = {}, wanted, onProgress } = options;
  const file = await sniffFile(path);
  const source = await {
    table: () => openCsvRecords(file, { layout, wanted, onProgress }),
    xlsx: () => openXlsxRecords(file, { layout, wanted, onProgress }),
    json: () => openGeojsonRecords(file, { encoding: layout.encoding, wanted, onProgress }),
  }[file.content]();
  return { ...source, name: file.name };
}
