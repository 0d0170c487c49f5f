import { expect, test } from "vitest";
import { boxMark } from "../../../domain/paper/mark.ts";
import { sheetOf } from "../../../domain/paper/page-size.ts";
import { paragraph } from "../../../domain/paper/paragraph.ts";
import { openPdf } from "../../../scripts/pdf-page.ts";
import { openPaper } from "../../../server/papers/paper-document.ts";
import { qrCode } from "../../../server/papers/qr-code.ts";
import { svgPicture } from "../../../server/papers/svg-picture.ts";
import { readQr } from "../../support/read-qr.ts";

const info = { title: "和平大道", language: "zh-CN", createdAt: 1_790_000_000_000 } as const;
const word = { kind: "text", x: 20, y: 30, sizeMm: 6, weight: "bold", colour: "#000000" } as const;

async function aPage(text: string): Promise<Uint8Array> {
  const paper = await openPaper(info);
  paper.addPage(sheetOf("A4"));
  paper.draw([{ ...word, text }]);
  return paper.finish();
}

test("the same input gives the same bytes, another day others", async () => {
  expect(await aPage("路段长")).toEqual(await aPage("路段长"));
  const paper = await openPaper({ ...info, createdAt: info.createdAt + 1000 });
  paper.addPage(sheetOf("A4"));
  paper.draw([{ ...word, text: "路段长" }]);
  expect(await paper.finish()).not.toEqual(await aPage("路段长"));
});

test("a page has its size in points, its title and language, and its text can be copied", async () => {
  const pdf = await openPdf(await aPage("街道干部 05，学府街道办事处"));
  const [width, height] = await pdf.sizeOf(1);
  expect(width).toBeCloseTo(595.276, 2);
  expect(height).toBeCloseTo(841.89, 2);
  const [found] = await pdf.textsOf(1);
  expect(found?.text).toBe("街道干部 05，学府街道办事处");
  expect(found?.x).toBeCloseTo((20 * 72) / 25.4, 1);
  expect(found?.y).toBeCloseTo(841.89 - (30 * 72) / 25.4, 1);
  const { info: read } = (await pdf.metadata()) as { info: Record<string, unknown> };
  expect(read).toMatchObject({ Title: "和平大道", Language: "zh-CN" });
});

test("a character that the font lacks shows as 〓 and is told", async () => {
  const paper = await openPaper(info);
  paper.addPage(sheetOf("A4"));
  paper.draw([{ ...word, text: "王\u{2A6A5}\u200b路" }]);
  expect([...paper.missing]).toEqual(["\u{2A6A5}"]);
  const [found] = await (await openPdf(await paper.finish())).textsOf(1);
  expect(found?.text).toBe("王〓路");
});

test("a paragraph keeps to its width, and no line begins with a full stop", async () => {
  const paper = await openPaper(info);
  const text =
    "每日巡查路面、绿地和公共设施，发现问题当场处置。不能当场处置的 2 小时内上报 12345。";
  for (let widthMm = 18; widthMm < 90; widthMm += 3) {
    const style = { sizeMm: 5, weight: "regular", colour: "#000000" } as const;
    const { marks, heightMm } = paragraph(paper.measure, { text, x: 0, y: 0, widthMm }, style);
    const lines = marks.flatMap((mark) => (mark.kind === "text" ? [mark.text] : []));
    expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
    expect(heightMm).toBeCloseTo(lines.length * 7.5, 6);
    for (const line of lines) {
      expect(paper.measure(line, 5, "regular")).toBeLessThanOrEqual(widthMm + 0.01);
      expect(line).not.toMatch(/^[，。、]/u);
    }
  }
});

test("a QR code reads back, also on a black page", async () => {
  const address = "http://192.168.10.20:8787/sign/R0001-01?type=section";
  const paper = await openPaper(info);
  paper.addPage({ width: 60, height: 60 });
  paper.draw([
    boxMark({ x: 0, y: 0, width: 60, height: 60 }, { fill: "#000000" }),
    ...qrCode(address, { x: 10, y: 10, sideMm: 41 }),
  ]);
  const pdf = await openPdf(await paper.finish());
  expect(readQr(await pdf.pixelsOf(1, 150))).toBe(address);
});

test("a picture never lets a text become an element", () => {
  const box = { x: 0, y: 0, width: 20, height: 10 };
  const text = '</text><script>alert("1")</script>&\u0000';
  const svg = svgPicture({ box, label: text, marks: [{ ...word, text }] });
  expect(svg).not.toContain("<script");
  expect(svg).not.toContain("\u0000");
  expect(svg).toContain("&lt;script&gt;");
});
