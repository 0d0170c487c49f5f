import { wrapText } from "../../domain/paper/wrap-text.ts";
import type { PhotoMark } from "./shrink-photo.ts";

/** Of the longer side of the picture. */
const TEXT_SHARE = 1 / 46;
const TEXT_PX_MIN = 14;
const LINE_HEIGHT = 1.45;
/** Of a line of the mark; longer texts are cut off with …. */
const ROWS_MAX = 2;

/**
 * Burns lines into the foot of a picture, white on a dark band, so that they go with it wherever it is shown. Sizes follow
 * the picture.
 */
export function watermark(lines: readonly string[]): PhotoMark {
  return (context, { width, height }) => {
    const size = Math.max(TEXT_PX_MIN, Math.round(Math.max(width, height) * TEXT_SHARE));
    const pad = Math.round(size * 0.8);
    context.font = `${size}px "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif`;
    const style = { sizeMm: size, weight: "regular", widthMm: width - 2 * pad } as const;
    const measure = (text: string) => context.measureText(text).width;
    const rows = lines.flatMap((line) => cut(wrapText(measure, line, style)));
    const step = size * LINE_HEIGHT;
    const bandPx = rows.length * step + 2 * pad;
    context.fillStyle = "rgba(0, 0, 0, .62)";
    context.fillRect(0, height - bandPx, width, bandPx);
    context.fillStyle = "#fff";
    context.textBaseline = "middle";
    for (const [i, row] of rows.entries()) {
      context.fillText(row, pad, height - bandPx + pad + (i + 0.5) * step);
    }
  };
}

function cut(rows: readonly string[]): readonly string[] {
  if (rows.length <= ROWS_MAX) return rows;
  const last = rows[ROWS_MAX - 1] ?? "";
  return [...rows.slice(0, ROWS_MAX - 1), `${last.slice(0, -1)}…`];
}
