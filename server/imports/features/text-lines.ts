const NEWLINE = 0x0a;
const RECORD_SEPARATOR = 0x1e;
/** A line longer than this is cut: it is no record. */
const LINE_BYTES_MAX = 64 * 1_048_576;

/** One record as text; `isWhole` is false for what the end of the file, or its size, cut off. */
export type TextLine = { readonly row: number; readonly text: string; readonly isWhole: boolean };

/**
 * Lines of a UTF-8 text from 1, blank ones left out. Once a record separator has been seen (RFC
 * 8142), it alone parts the records and `row` counts them.
 */
export async function* textLines(
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<readonly TextLine[]> {
  let row = 0;
  let carried: Buffer[] = [];
  let carriedBytes = 0;
  let mark: number | null = null;
  for await (const chunk of chunks) {
    mark ??= chunk[0] === RECORD_SEPARATOR ? RECORD_SEPARATOR : NEWLINE;
    const lines: TextLine[] = [];
    let start = 0;
    for (let end = chunk.indexOf(mark); end >= 0; end = chunk.indexOf(mark, start)) {
      const bytes = chunk.subarray(start, end);
      const text = (carried.length > 0 ? Buffer.concat([...carried, bytes]) : bytes).toString();
      [carried, carriedBytes, start] = [[], 0, end + 1];
      if (mark === NEWLINE || text.trim() !== "") row++;
      if (text.trim() !== "") lines.push({ row, text, isWhole: true });
    }
    carriedBytes += chunk.length - start;
    if (carriedBytes <= LINE_BYTES_MAX) carried.push(chunk.subarray(start));
    yield lines;
  }
  const text = Buffer.concat(carried).toString();
  if (text.trim() !== "") yield [{ row: row + 1, text, isWhole: carriedBytes <= LINE_BYTES_MAX }];
}
