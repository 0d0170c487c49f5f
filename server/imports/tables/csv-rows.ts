import { CsvError, parse } from "csv-parse";
import type { TableRow } from "./table-rows.ts";

export type Separator = "," | ";" | "\t";

/** A record this long is a quote that was never closed. */
const RECORD_BYTES_MAX = 1_048_576;
const SEPARATORS: readonly Separator[] = [",", ";", "\t"];

/**
 * Rows of a CSV text in UTF-8 as RFC 4180 has them, with stray quotes taken as they are. Rows are
 * counted as a spreadsheet does: a cell with line breaks is one row, an empty line is a row. Where
 * a quote is never closed, the row it stands in comes without cells and reading goes on with the
 * next line.
 */
export async function* csvRows(
  chunks: AsyncIterable<Buffer>,
  separator: Separator,
): AsyncGenerator<readonly TableRow[]> {
  let pass = new CsvPass(separator, 0);
  async function* feed(bytes: Buffer): AsyncGenerator<readonly TableRow[]> {
    let hasFailed = await pass.write(bytes);
    yield pass.takeRows();
    while (hasFailed) {
      const rest = pass.afterBadLine();
      yield [pass.badRow()];
      pass = new CsvPass(separator, pass.rowCount + 1);
      hasFailed = await pass.write(rest);
      yield pass.takeRows();
    }
  }
  for await (const chunk of chunks) yield* feed(chunk);
  while (await pass.end()) {
    const rest = pass.afterBadLine();
    yield [...pass.takeRows(), pass.badRow()];
    pass = new CsvPass(separator, pass.rowCount + 1);
    yield* feed(rest);
  }
  yield pass.takeRows();
}

/**
 * The separator that occurs most, outside quotes, in the first lines of `head`; a comma when none
 * does.
 */
export function findSeparator(head: string): Separator {
  const bare = head.replace(/"(?:[^"]|"")*"?/g, "");
  const lines = bare
    .split(/\r\n|\n|\r/)
    .filter((line) => line !== "")
    .slice(0, 20);
  let best: Separator = ",";
  let bestScore = 0;
  for (const separator of SEPARATORS) {
    const counts = lines.map((line) => line.split(separator).length - 1);
    const most = Math.max(0, ...counts);
    // A separator stands equally often in most lines; a comma inside text does not.
    const score = counts.filter((count) => count === most && count > 0).length * 1000 + most;
    if (most > 0 && score > bestScore) [best, bestScore] = [separator, score];
  }
  return best;
}

/** One run of the parser; it ends at the first record that it cannot get to the end of. */
class CsvPass {
  rowCount: number;
  #rows: TableRow[] = [];
  readonly #parser: ReturnType<typeof parse>;
  /** What was written since the last finished record, and the position of its first byte. */
  #pending: Buffer[] = [];
  #pendingStart = 0;
  #recordEnd = 0;

  constructor(separator: Separator, rowCount: number) {
    this.rowCount = rowCount;
    this.#parser = parse({
      columns: false,
      delimiter: separator,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: RECORD_BYTES_MAX,
      on_record: (cells: string[], { bytes }) => {
        this.rowCount++;
        this.#rows.push({ row: this.rowCount, cells });
        this.#recordEnd = bytes;
        return null;
      },
    });
    this.#parser.on("error", () => undefined);
    this.#parser.resume();
  }

  /** Answers whether the parser met a record that it cannot read. */
  async write(chunk: Buffer): Promise<boolean> {
    this.#pending.push(chunk);
    const failed = await new Promise<boolean>((resolve, reject) => {
      this.#parser.write(chunk, (error) => settle(error, resolve, reject));
    });
    this.#forgetFinished();
    return failed;
  }

  async end(): Promise<boolean> {
    return new Promise<boolean>((resolve, reject) => {
      this.#parser.once("error", (error) => settle(error, resolve, reject));
      this.#parser.once("finish", () => resolve(false));
      this.#parser.end();
    });
  }

  takeRows(): readonly TableRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  badRow(): TableRow {
    const text = Buffer.concat(this.#pending).subarray(0, 240).toString("utf8");
    return {
      row: this.rowCount + 1,
      cells: null,
      text: text.split(/[\r\n]/)[0]?.slice(0, 80) ?? "",
    };
  }

  /** Everything after the first line of the record that failed. */
  afterBadLine(): Buffer {
    const bytes = Buffer.concat(this.#pending);
    const lineEnd = bytes.findIndex((byte) => byte === 10 || byte === 13);
    if (lineEnd < 0) return Buffer.alloc(0);
    return bytes.subarray(lineEnd + (bytes[lineEnd] === 13 && bytes[lineEnd + 1] === 10 ? 2 : 1));
  }

  /** Keeps what lies after the last finished record. */
  #forgetFinished(): void {
    while (true) {
      const [first] = this.#pending;
      if (!first) return;
      const finished = this.#recordEnd - this.#pendingStart;
      if (finished <= 0) return;
      this.#pendingStart += Math.min(finished, first.length);
      if (finished >= first.length) this.#pending.shift();
      else this.#pending[0] = first.subarray(finished);
    }
  }
}

function settle(
  error: Error | null | undefined,
  resolve: (failed: boolean) => void,
  reject: (error: Error) => void,
): void {
  if (!error) resolve(false);
  else if (error instanceof CsvError) resolve(true);
  else reject(error);
}
