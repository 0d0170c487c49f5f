import { encode } from "uqr";
import { boxMark, type Mark, type PathMark } from "../../domain/paper/mark.ts";

/** Modules of white around it that readers need. */
export const QUIET_MODULES = 4;

/** A QR code as squares, `sideMm` with its quiet zone; error level M or better. Runs of a row are one box. */
export function qrCode(
  text: string,
  { x, y, sideMm }: { readonly x: number; readonly y: number; readonly sideMm: number },
): Mark[] {
  const { data, size } = encode(text, { ecc: "M", boostEcc: true, border: 0 });
  const moduleMm = sideMm / (size + 2 * QUIET_MODULES);
  const parts: PathMark["parts"][number][] = [];
  data.forEach((cells, row) => {
    for (let from = 0; from < size; from++) {
      if (!cells[from]) continue;
      let to = from + 1;
      while (to < size && cells[to]) to++;
      const [left, right] = [from, to].map((at) => x + (QUIET_MODULES + at) * moduleMm);
      const top = y + (QUIET_MODULES + row) * moduleMm;
      parts.push({ points: boxPoints(left ?? 0, top, right ?? 0, top + moduleMm), isClosed: true });
      from = to;
    }
  });
  return [
    boxMark({ x, y, width: sideMm, height: sideMm }, { fill: "#ffffff" }),
    { kind: "path", parts, fill: "#000000" },
  ];
}

function boxPoints(left: number, top: number, right: number, bottom: number): number[] {
  return [left, top, right, top, right, bottom, left, bottom];
}
