import {
  type Brief,
  type BriefArea,
  type BriefFigure,
  type BriefSpot,
  briefFigures,
  type Compared,
  ownFigures,
  worseWhenMore,
} from "../brief.ts";
import { dutyRoles } from "../duty.ts";
import { DAY_MS } from "../time.ts";
import type { BriefText } from "./brief-zh-cn.ts";
import { count } from "./count.ts";

/** A figure as it is shown, alike on the page, the sheet and in the document. */
export type FigureWords = {
  readonly figure: BriefFigure;
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  /** What the value is made of; "" for a plain count. */
  readonly detail: string;
  readonly change: string;
  /** Overdue, or worse than the week before: orange. */
  readonly isAlarm: boolean;
  readonly hasRisen: boolean;
  readonly isOwn: boolean;
  /** ① …, as the definitions are numbered. */
  readonly note: string;
};

const NOTES = ["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧"];

export function figureWords(brief: Brief, text: BriefText): FigureWords[] {
  return briefFigures.map((figure, i) => {
    const { value, change } = brief.figures[figure];
    const hasRisen = worseWhenMore.includes(figure) && (change ?? 0) > 0;
    return {
      figure,
      name: text.figures[figure],
      value: valueWords(figure, value, text),
      unit: value === null ? "" : text.units[figure],
      detail: detailOf(brief, figure, text),
      change: changeWords(figure, brief.figures[figure], text),
      isAlarm: figure === "overdue" && (value ?? 0) > 0,
      hasRisen,
      isOwn: ownFigures.includes(figure),
      note: NOTES[i] ?? "",
    };
  });
}

function valueWords(figure: BriefFigure, value: number | null, text: BriefText): string {
  if (value === null) return text.noData;
  return figure === "inTime" ? `${(100 * value).toFixed(1)}%` : count(value);
}

function detailOf({ inTime, standing, figures }: Brief, figure: BriefFigure, text: BriefText) {
  if (figure === "inTime" && inTime.week)
    return inTime.week.n === 0 ? text.noTimed : text.ofTimed(inTime.week.x, inTime.week.n);
  if (figure !== "rank" || figures.rank.value === null || standing.peers === null) return "";
  return text.ofPeers(standing.peers);
}

function changeWords(figure: BriefFigure, { value, change }: Compared, text: BriefText): string {
  if (change === null) return value === null ? "" : text.noBefore;
  const size = Math.abs(change);
  if (figure === "inTime") {
    const points = (100 * size).toFixed(1);
    if (points === "0.0") return text.same;
    return change > 0 ? text.more(text.points(points)) : text.fewer(text.points(points));
  }
  if (change === 0) return text.same;
  if (figure === "rank") return change < 0 ? text.better(`${size}`) : text.worse(`${size}`);
  return change > 0 ? text.more(count(size)) : text.fewer(count(size));
}

/** The change alone, for tables. */
export function shortChange({ change }: Compared, text: BriefText): string {
  if (change === null) return "—";
  if (change === 0) return text.sameShort;
  const size = count(Math.abs(change));
  return change > 0 ? text.moreShort(size) : text.fewerShort(size);
}

export function spotName({ name, area }: BriefSpot, text: BriefText): string {
  return name ?? area ?? text.unnamed;
}

/** Overdue by how much, and how often it came back. */
export function spotState(spot: BriefSpot, { spots }: BriefText): string {
  const { kind, overdueDays, reports, returns, lambda30 } = spot;
  if (kind === "recurring") return spots.recurring(returns ?? 0, (lambda30 ?? 0).toFixed(2));
  return [
    spots.overdue(overdueDays ?? 0),
    ...(reports > 1 ? [spots.reports(reports)] : []),
    ...(returns === null ? [] : [spots.also(returns)]),
  ].join(" · ");
}

export function areaName({ name, type }: BriefArea, text: BriefText): string {
  return type === "city" ? text.areas.whole : (name ?? text.unnamed);
}

/** Roles with their areas, at most so many of each by name. */
export function roleLines({ areas }: Brief, text: BriefText, most: number): string[] {
  return dutyRoles.flatMap((role) => {
    const names = [
      ...new Set(
        areas.filter(({ roles }) => roles.includes(role)).map((area) => areaName(area, text)),
      ),
    ];
    if (names.length === 0) return [];
    const all = areas.filter(({ roles }) => roles.includes(role)).length;
    const listed = names.slice(0, most).join(text.separator);
    const more = names.length > most ? text.andMore(all) : "";
    return [text.areasOf(text.roles[role], listed + more)];
  });
}

/** 2026-11-16（周一）至 2026-11-22（周日） */
export function periodWords({ week }: Brief, text: BriefText): string {
  return text.period(week.from.slice(0, 10), dayBefore(week.to.slice(0, 10)));
}

/** What else there is to say before the figures: a week that runs, a gap, who came or left in it. */
export function remarks(brief: Brief, text: BriefText): string[] {
  const { week, gap, terms } = brief;
  const areas = brief.areas.filter(({ isPart }) => !isPart);
  const starts = [...new Set(areas.flatMap(({ from }) => from ?? []))];
  const ends = [...new Set(areas.flatMap(({ to }) => to ?? []))];
  const isAll = (count: number) => areas.length > 0 && count === areas.length;
  const begun = areas.filter(({ from }) => from !== null).length;
  const ended = areas.filter(({ to }) => to !== null).length;
  const term = ({ from, to }: Brief["terms"][number]) =>
    text.term(from.slice(0, 10), to === null ? null : to.slice(0, 10));
  return [
    ...(week.isComplete ? [] : [text.running(minuteOf(week.at))]),
    ...(gap === null ? [] : [text.gaps[gap]]),
    ...(gap === "not-in-office" ? [text.terms(terms.map(term).join(text.separator))] : []),
    ...(isAll(begun) ? starts.map((at) => text.since(minuteOf(at))) : []),
    ...(isAll(ended) ? ends.map((at) => text.until(minuteOf(at))) : []),
  ];
}

/** Definitions in the order of the figures, each with its number and whose measure it is. */
export function noteWords(text: BriefText): { readonly mark: string; readonly words: string }[] {
  return [
    ...briefFigures.map((figure, i) => ({
      mark: NOTES[i] ?? "",
      words: text.defined(
        ownFigures.includes(figure) ? text.marked(text.figures[figure]) : text.figures[figure],
        text.definitions[figure],
      ),
    })),
    { mark: "·", words: text.spotsNote },
    { mark: "·", words: text.areasNote },
    { mark: "·", words: text.ownNote },
  ];
}

export function minuteOf(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
}
