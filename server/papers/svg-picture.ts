import type { BoxMm, Mark, PathMark, Stroke, TextMark } from "../../domain/paper/mark.ts";

type Picture = {
  readonly box: BoxMm;
  readonly marks: readonly Mark[];
  /** Read out instead of the picture. */
  readonly label: string;
};

const FAMILY =
  "'Noto Sans SC','Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif";

/** The same marks as an SVG of that box; a text that is data cannot become an element. */
export function svgPicture({ box, marks, label }: Picture): string {
  const clips: string[] = [];
  const body = marks.map((mark) => markText(mark, clips)).join("");
  const { x, y, width, height } = box;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${[x, y, width, height].map(short).join(" ")}" ` +
    `width="${short(width)}mm" height="${short(height)}mm" role="img" font-family="${FAMILY}">` +
    `<title>${escaped(label)}</title>` +
    `${clips.length > 0 ? `<defs>${clips.join("")}</defs>` : ""}${body}</svg>`
  );
}

function markText(mark: Mark, clips: string[]): string {
  switch (mark.kind) {
    case "path":
      return pathText(mark);
    case "circle": {
      const { x, y, radius, fill, stroke } = mark;
      const [cx, cy, r] = [x, y, radius].map(short);
      return `<circle cx="${cx}" cy="${cy}" r="${r}" fill="${fill ?? "none"}"${strokeText(stroke)}/>`;
    }
    case "text":
      return wordText(mark);
    case "image": {
      const { bytes, mediaType, box } = mark;
      const href = `data:${mediaType};base64,${Buffer.from(bytes).toString("base64")}`;
      return `<image ${boxText(box)} preserveAspectRatio="none" href="${href}"/>`;
    }
    case "clip": {
      const id = `clip${clips.length + 1}`;
      clips.push(`<clipPath id="${id}"><rect ${boxText(mark.box)}/></clipPath>`);
      const inner = mark.marks.map((each) => markText(each, clips)).join("");
      return `<g clip-path="url(#${id})">${inner}</g>`;
    }
  }
}

function pathText({ parts, fill, stroke, opacity }: PathMark): string {
  const d = parts.map(({ points, isClosed }) => lineText(points) + (isClosed ? "Z" : "")).join("");
  const see = opacity === undefined ? "" : ` opacity="${short(opacity)}"`;
  const rule = fill ? ` fill="${fill}" fill-rule="evenodd"` : ' fill="none"';
  return `<path d="${d}"${rule}${strokeText(stroke)}${see}/>`;
}

function lineText(points: PathMark["parts"][number]["points"]): string {
  let d = "";
  for (let i = 0; i + 1 < points.length; i += 2)
    d += `${i === 0 ? "M" : i === 2 ? "L" : " "}${short(points[i] ?? 0)} ${short(points[i + 1] ?? 0)}`;
  return d;
}

function strokeText(stroke: Stroke | undefined): string {
  if (!stroke) return "";
  const { colour, widthMm, dashMm, cap = "round" } = stroke;
  const dash = dashMm ? ` stroke-dasharray="${dashMm.map(short).join(" ")}"` : "";
  return ` stroke="${colour}" stroke-width="${short(widthMm)}" stroke-linecap="${cap}" stroke-linejoin="round"${dash}`;
}

function wordText(mark: TextMark): string {
  const { text, x, y, sizeMm, weight, colour, align, spacingMm, angleDeg, halo } = mark;
  const turn = angleDeg ? ` transform="rotate(${short(angleDeg)} ${short(x)} ${short(y)})"` : "";
  const anchor = align && align !== "start" ? ` text-anchor="${align}"` : "";
  const bold = weight === "bold" ? ' font-weight="700"' : "";
  const spacing = spacingMm ? ` letter-spacing="${short(spacingMm)}"` : "";
  const around = halo
    ? ` stroke="${halo.colour}" stroke-width="${short(halo.widthMm)}" stroke-linejoin="round" paint-order="stroke"`
    : "";
  return `<text x="${short(x)}" y="${short(y)}" font-size="${short(sizeMm)}" fill="${colour}"${bold}${anchor}${spacing}${around}${turn}>${escaped(text)}</text>`;
}

function boxText({ x, y, width, height }: BoxMm): string {
  const [left, top, w, h] = [x, y, width, height].map(short);
  return `x="${left}" y="${top}" width="${w}" height="${h}"`;
}

/** Hundredths of a millimetre are finer than any screen or press. */
function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Also without the characters that no XML may hold. */
function escaped(text: string): string {
  return text
    .replace(/(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
