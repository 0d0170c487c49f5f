import type { Context } from "hono";
import { type FilterQuery, filterNames } from "../../domain/contract/filter-query.ts";
import { badParameter, instant, parseFilter } from "../../domain/parse-filter.ts";
import { storedLngLat } from "../../domain/spatial/lng-lat.ts";
import { viewerOf } from "../access/identity.ts";
import { seesPlace, sightOf } from "../access/sight-of.ts";
import type { City } from "../city/city.ts";
import { type RowInHand, rowsInHand } from "../problem-index/rows-in-hand.ts";
import { MeasuresAt } from "../recurrence-index/measures-at.ts";
import { dutyUnitAt, type LoadedCase, loadCases } from "../services/case-files.ts";
import { checkedUnit } from "../services/checked-input.ts";
import { filterVocabulary } from "./filter-vocabulary.ts";
import { readQuery } from "./read-query.ts";

/** Problems that one notice lists; what is less urgent is counted. */
export const NOTICE_MOST = 500;

/** A notice is of now, of what is dispatched to its unit: these a filter cannot say of it. */
export const fixedNames = ["unit", "assignee", "state", "status", "asOf"] as const;
type FixedName = (typeof fixedNames)[number];
const names = filterNames.filter(
  (name): name is Exclude<keyof FilterQuery, FixedName> =>
    !(fixedNames as readonly string[]).includes(name),
);

export type NoticeCases = {
  readonly unitId: string;
  readonly t: number;
  /** The day by which overdue ones are demanded. */
  readonly demandedBy: string;
  /** Overdue longest first, then where the place came back, then by deadline. */
  readonly cases: readonly { readonly loaded: LoadedCase; readonly returns: number }[];
  readonly unlisted: number;
};

/** What is dispatched to the unit that the query names, within the filter and the account's sight. */
export async function noticeCases(c: Context, city: City) {
  const { unit = "", by, lang, ...filter } = readQuery(c, [...names, "unit", "by", "lang"]);
  if (unit === "") throw badParameter("unit", "", "the id of a unit");
  const unitId = checkedUnit(city, unit);
  const t = city.now();
  const demandedBy = readBy(city, by, t);
  const parsed = parseFilter(filter, filterVocabulary(city));
  const { problems, tables } = city;
  const rows = problems.compile(
    { ...parsed, states: ["dispatched"], statuses: ["open"] },
    t,
    sightOf(city, viewerOf(c)),
  );
  const held = rowsInHand(problems, rows, tables.unitMark(unitId), (lng, lat, category) => {
    const { code } = tables.tree.at(category);
    return dutyUnitAt(city, { position: storedLngLat(lng, lat), category: code }) === unitId;
  });
  const returnsOf = returnCounts(c, city, t);
  const ranked = held
    .map((row) => ({ ...row, returns: returnsOf(row.seq) }))
    .sort((a, b) => urgency(a, t) - urgency(b, t) || a.seq - b.seq);
  const listed = ranked.slice(0, NOTICE_MOST);
  const stored = await city.storage.problemsBySeq(listed.map(({ seq }) => seq));
  const returnsBySeq = new Map(listed.map(({ seq, returns }) => [seq, returns]));
  const cases = (await loadCases(city, stored)).map((loaded) => ({
    loaded,
    returns: returnsBySeq.get(loaded.problem.seq) ?? 0,
  }));
  const unlisted = ranked.length - listed.length;
  return { notice: { unitId, t, demandedBy, cases, unlisted } satisfies NoticeCases, lang };
}

/** The next work day, where nothing else is asked for. */
function readBy(city: City, text: string | undefined, t: number): string {
  const { clock, workTime } = city;
  const by = instant("by", text, clock);
  if (by === null) return clock.toDate(workTime.addLimit(t, { value: 1, unit: "work-day" }));
  if (by >= clock.dayStart(t)) return clock.toDate(by);
  throw badParameter("by", text ?? "", "a day that is not over");
}

/** Times that the place of a report came back, where the account sees the place. */
function returnCounts(c: Context, city: City, t: number): (seq: number) => number {
  const { recurrence } = city;
  const measures = new MeasuresAt(recurrence, t);
  const viewer = viewerOf(c);
  return (seq) => {
    const place = recurrence.placeOf(seq - 1);
    const rank = place < 0 ? -1 : recurrence.rankOf(place);
    if (rank < 0 || !seesPlace(city, viewer, place)) return 0;
    return measures.ofRank(rank).k;
  };
}

function urgency({ dueAt, returns }: RowInHand & { readonly returns: number }, t: number): number {
  if (dueAt < t) return dueAt - 2e15;
  return Math.min(dueAt, 1e14) - (returns > 0 ? 1e15 : 0);
}
