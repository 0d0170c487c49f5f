import type { BriefSpot } from "../../../domain/brief.ts";
import { lineMark, type Mark } from "../../../domain/paper/mark.ts";
import { cutText } from "../../../domain/paper/paragraph.ts";
import { spotName, spotState } from "../../../domain/text/brief-words.ts";
import { HAIRLINE, INK, INK_2, LINE_BLUE, ORANGE } from "./brief-colours.ts";
import { type PageDraft, RIGHT, sectionTitle, word } from "./page-parts.ts";

const X = 106;
const WIDTH = RIGHT - X;
const PITCH = 13.2;

/** Worst spots beside the map, numbered as on it. */
export function spotList(draft: PageDraft, y: number): Mark[] {
  const { brief, text, measure } = draft;
  const style = { sizeMm: 3, weight: "regular" } as const;
  const room = WIDTH - measure(text.spots.title, 4.2, "bold") - 4;
  const order = cutText(measure, text.spots.order, room, style);
  return [
    ...sectionTitle(draft, text.spots.title, { x: X, y, widthMm: WIDTH }),
    word(order, RIGHT, y, { sizeMm: 3, colour: INK_2, align: "end" }),
    ...(brief.spots.length === 0
      ? [word(brief.gap === null ? text.spots.none : text.noData, X, y + 9, { sizeMm: 3.8 })]
      : brief.spots.flatMap((spot, i) => row(draft, spot, i, y + 2.2 + i * PITCH))),
  ];
}

function row({ text, measure }: PageDraft, spot: BriefSpot, i: number, y: number): Mark[] {
  const isOverdue = spot.kind === "overdue";
  const colour = isOverdue ? ORANGE : LINE_BLUE;
  const left = X + 7.4;
  const bold = { sizeMm: 3.8, weight: "bold" } as const;
  const small = { sizeMm: 3.3, weight: "regular" } as const;
  const name = cutText(measure, spotName(spot, text), RIGHT - left, bold);
  const klass = spot.class === null ? "" : ` · ${text.classNames[spot.class]}`;
  const state = cutText(measure, spotState(spot, text) + klass, RIGHT - left, small);
  const place = [spot.categoryName, spot.area ?? ""].filter((each) => each !== "").join(" · ");
  return [
    {
      kind: "circle",
      x: X + 2.9,
      y: y + 4.4,
      radius: 2.4,
      fill: isOverdue ? colour : "#ffffff",
      stroke: { colour, widthMm: 0.5 },
    },
    word(String(i + 1), X + 2.9, y + 5.6, {
      sizeMm: 3.3,
      weight: "bold",
      colour: isOverdue ? "#ffffff" : colour,
      align: "middle",
    }),
    word(name, left, y + 4, { ...bold, colour: INK }),
    word(cutText(measure, place, RIGHT - left, small), left, y + 8, { ...small, colour: INK_2 }),
    word(state, left, y + 11.8, { ...small, colour: isOverdue ? ORANGE : INK }),
    lineMark(X, y + PITCH, RIGHT, y + PITCH, 0.15, HAIRLINE),
  ];
}
