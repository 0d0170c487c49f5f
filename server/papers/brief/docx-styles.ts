import type { IFontAttributesProperties, IStylesOptions } from "docx";
import { INK, INK_2 } from "./brief-colours.ts";

/** As official papers are set; a machine that lacks one takes its own Song or Hei for it. */
function fontOf(eastAsia: string): IFontAttributesProperties {
  return { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia, hint: "eastAsia" };
}

export const docxFonts = {
  title: fontOf("黑体"),
  body: fontOf("仿宋"),
  note: fontOf("楷体"),
} as const;

const colourOf = (colour: string) => colour.slice(1);

/** Sizes are half points: 三号 is 32, 四号 28, 小四 24, 五号 21. */
export const docxStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: docxFonts.body, size: 24, color: colourOf(INK) },
      paragraph: { spacing: { after: 60, line: 340 } },
    },
    title: {
      run: { font: docxFonts.title, size: 40, color: colourOf(INK) },
      paragraph: { alignment: "center", spacing: { before: 60, after: 60 } },
    },
    heading1: {
      run: { font: docxFonts.title, size: 32, color: colourOf(INK) },
      paragraph: { spacing: { before: 120, after: 60 } },
    },
    heading2: {
      run: { font: docxFonts.title, size: 26, color: colourOf(INK) },
      paragraph: { spacing: { before: 160, after: 60 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: "Caption",
      name: "caption",
      basedOn: "Normal",
      run: { font: docxFonts.note, size: 19, color: colourOf(INK_2) },
      paragraph: { spacing: { after: 20, line: 270 } },
    },
    {
      id: "Cell",
      name: "Cell",
      basedOn: "Normal",
      run: { font: docxFonts.body, size: 21 },
      paragraph: { spacing: { before: 20, after: 20, line: 270 } },
    },
  ],
};
