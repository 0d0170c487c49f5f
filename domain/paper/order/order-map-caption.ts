import { numbersOf } from "../../text/order-words.ts";
import type { BoxMm, Mark } from "../mark.ts";
import { cutText } from "../paragraph.ts";
import { BLUE, INK_2, LEFT, ORANGE, type OrderDraft, RIGHT, word } from "./order-ink.ts";

type MapPlace = { readonly isAnnex: boolean; readonly box: BoxMm };

/** What the map is, what its numbers mean, and which problems it cannot show. */
export function mapCaption(draft: OrderDraft, { isAnnex, box }: MapPlace): Mark[] {
  const { paper, text, measure } = draft;
  const title = isAnnex ? text.map.annex : text.map.title;
  const sizeMm = isAnnex ? 5.2 : 4;
  const y = box.y - 2.2;
  const without = paper.items.filter(({ position }) => position === null);
  const small = { sizeMm: 3.1, weight: "regular" } as const;
  const keys = paper.kind === "notice" ? statusKeys(draft, y) : { marks: [], left: RIGHT };
  const titleMm = measure(title, sizeMm, "bold");
  const said = [
    text.map.numbers,
    ...(without.length > 0 ? [text.map.without(numbersOf(without, text))] : []),
  ].join("　");
  const room = keys.left - LEFT - titleMm - 8;
  return [
    word(title, LEFT, y, { sizeMm, weight: "bold" }),
    word(cutText(measure, said, room, small), LEFT + titleMm + 4, y, { ...small, colour: INK_2 }),
    ...keys.marks,
  ];
}

function statusKeys({ text, measure }: OrderDraft, y: number) {
  const size = { sizeMm: 3.1, colour: INK_2 } as const;
  let right = RIGHT;
  const marks: Mark[] = [];
  for (const [words, fill, stroke] of [
    [text.map.inTime, "#ffffff", BLUE],
    [text.map.overdue, ORANGE, ORANGE],
  ] as const) {
    const width = measure(words, size.sizeMm, "regular");
    marks.push(word(words, right - width, y, size), {
      kind: "circle",
      x: right - width - 2.4,
      y: y - 1.1,
      radius: 1.4,
      fill,
      stroke: { colour: stroke, widthMm: 0.4 },
    });
    right -= width + 7;
  }
  return { marks, left: right };
}
