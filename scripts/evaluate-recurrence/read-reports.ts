import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { parse } from "csv-parse";

/** A street problem; times in epoch milliseconds. */
export type StreetReport = {
  /** Index into `StreetReports.types`. */
  readonly category: number;
  readonly propertyId: string;
  readonly lng: number;
  readonly lat: number;
  readonly reportedAt: number;
  readonly closedAt: number | null;
};

/** The reports in the order of the file, and how many rows each rule left out. */
export type StreetReports = {
  readonly types: readonly string[];
  readonly reports: readonly StreetReport[];
  readonly leftOut: { defaultPosition: number; noProperty: number; otherType: number };
};

const COLUMNS = ["OPEN_DT", "CLOSED_DT", "TYPE", "Property_ID", "LATITUDE", "LONGITUDE"] as const;
type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** In the middle of the city, where its geocoder puts what it cannot find. */
export const defaultPosition = { lng: -71.0587, lat: 42.3594 } as const;

/** Requests, calls and routine work: not problems of the street. */
const OTHER_TYPES =
  /Bulk Item|Comments|Front Desk|Recycling Cart|Sticker|Call Log|Notification|Call-In|Internal\)$|New Tree|New Sign|Request Entry|Program|Equipment Repair|Schedule|Legal|News Boxes|Building Inspection/i;
const LOCAL_TIME = /^(\d{2})\/(\d{2})\/(\d{4}) (\d{2}):(\d{2}):(\d{2}) (AM|PM)$/;

/**
 * Reads Boston's 311 file of 2015, RECURRENCE §5. Throws on a column that is missing or a time of
 * another form.
 */
export async function readStreetReports(path: string): Promise<StreetReports> {
  const ordinals = new Map<string, number>();
  const reports: StreetReport[] = [];
  const leftOut = { defaultPosition: 0, noProperty: 0, otherType: 0 };
  const take = (row: Row) => {
    const [lng, lat] = [Number(row.LONGITUDE), Number(row.LATITUDE)];
    if (lng === defaultPosition.lng && lat === defaultPosition.lat) leftOut.defaultPosition++;
    else if (row.Property_ID === "") leftOut.noProperty++;
    else if (OTHER_TYPES.test(row.TYPE)) leftOut.otherType++;
    else {
      const category = ordinals.get(row.TYPE) ?? ordinals.size;
      ordinals.set(row.TYPE, category);
      const reportedAt = utcOf(row.OPEN_DT);
      const closedAt = row.CLOSED_DT === "" ? null : utcOf(row.CLOSED_DT);
      reports.push({ category, propertyId: row.Property_ID, lng, lat, reportedAt, closedAt });
    }
  };
  const rows = parse({ bom: true, columns: wantedColumns });
  await pipeline(createReadStream(path), createGunzip(), rows, async (read: AsyncIterable<Row>) => {
    for await (const row of read) take(row);
  });
  return { types: [...ordinals.keys()], reports, leftOut };
}

/** The column names to keep, false for one to skip. */
function wantedColumns(header: readonly string[]): (string | false)[] {
  const missing = COLUMNS.filter((column) => !header.includes(column));
  if (missing.length > 0) throw new RangeError(`The file lacks ${missing.join(", ")}`);
  return header.map((name) => (COLUMNS.some((column) => column === name) ? name : false));
}

/** The wall clock time as it stands, read as UTC. */
function utcOf(text: string): number {
  const match = LOCAL_TIME.exec(text);
  if (!match) throw new RangeError(`Not a time like 01/31/2015 12:20:09 AM: ${text}`);
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map(Number);
  return Date.UTC(year, month - 1, day, (hour % 12) + (match[7] === "PM" ? 12 : 0), minute, second);
}
