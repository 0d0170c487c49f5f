import type {
  CircleMark,
  ImageMark,
  Mark,
  PathMark,
  Stroke,
  TextMark,
  TextWeight,
} from "../../domain/paper/mark.ts";

type Printable = (text: string, weight: TextWeight) => string;

/** Writes marks on the page that stands, whose unit is the millimetre. */
export function drawMarks(
  document: PDFKit.PDFDocument,
  marks: readonly Mark[],
  printable: Printable,
): void {
  for (const mark of marks) {
    switch (mark.kind) {
      case "path":
        drawPath(document, mark);
        break;
      case "circle":
        drawCircle(document, mark);
        break;
      case "text":
        drawText(document, mark, printable);
        break;
      case "image":
        drawImage(document, mark);
        break;
      case "clip": {
        const { x, y, width, height } = mark.box;
        document.save().rect(x, y, width, height).clip();
        drawMarks(document, mark.marks, printable);
        document.restore();
      }
    }
  }
}

function drawPath(document: PDFKit.PDFDocument, { parts, fill, stroke, opacity }: PathMark): void {
  const drawn = parts.filter(({ points }) => points.length >= 4);
  if (drawn.length === 0 || (!fill && !stroke)) return;
  for (const { points, isClosed } of drawn) {
    document.moveTo(points[0] ?? 0, points[1] ?? 0);
    for (let i = 2; i < points.length; i += 2) document.lineTo(points[i] ?? 0, points[i + 1] ?? 0);
    if (isClosed) document.closePath();
  }
  paint(document, fill, stroke, opacity);
}

function drawCircle(
  document: PDFKit.PDFDocument,
  { x, y, radius, fill, stroke }: CircleMark,
): void {
  document.circle(x, y, radius);
  paint(document, fill, stroke, 1);
}

function paint(
  document: PDFKit.PDFDocument,
  fill: string | undefined,
  stroke: Stroke | undefined,
  opacity = 1,
): void {
  if (fill) document.fillColor(fill, opacity);
  if (stroke) {
    const { colour, widthMm, dashMm, cap = "round" } = stroke;
    document.lineWidth(widthMm).lineCap(cap).lineJoin("round").strokeColor(colour, opacity);
    if (dashMm) document.dash(dashMm[0], { space: dashMm[1] });
    else document.undash();
  }
  if (fill && stroke) document.fillAndStroke(undefined, undefined, "even-odd");
  else if (fill) document.fill("even-odd");
  else document.stroke();
}

function drawText(document: PDFKit.PDFDocument, mark: TextMark, printable: Printable): void {
  const { x, y, sizeMm, weight, align = "start", spacingMm = 0, angleDeg = 0, halo, colour } = mark;
  const text = printable(mark.text, weight);
  if (text.trim() === "") return;
  const options = {
    lineBreak: false,
    baseline: "alphabetic",
    characterSpacing: spacingMm,
  } as const;
  document.font(weight).fontSize(sizeMm);
  const width =
    align === "start" ? 0 : document.widthOfString(text) + spacingMm * ([...text].length - 1);
  const left = x - (align === "end" ? width : width / 2);
  document.save();
  if (angleDeg !== 0) document.rotate(angleDeg, { origin: [x, y] });
  if (halo) {
    document.lineWidth(halo.widthMm).lineJoin("round").lineCap("round").undash();
    document.strokeColor(halo.colour, 1).fillColor(halo.colour, 1);
    document.text(text, left, y, { ...options, fill: true, stroke: true });
  }
  document.fillColor(colour, 1).text(text, left, y, { ...options, fill: true, stroke: false });
  document.restore();
}

function drawImage(document: PDFKit.PDFDocument, { bytes, box }: ImageMark): void {
  const { x, y, width, height } = box;
  document.image(Buffer.from(bytes), x, y, { width, height });
}
