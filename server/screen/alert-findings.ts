import { parseFilter } from "../../domain/parse-filter.ts";
import type { AlertRule } from "../../domain/screen/alert-rule.ts";
import type { Finding } from "../../domain/screen/alerts.ts";
import { DAY_MS } from "../../domain/time.ts";
import type { City } from "../city/city.ts";
import { countProblems } from "../problem-index/count-problems.ts";
import { type DueRow, dueRows } from "../problem-index/due-rows.ts";
import { lastHour } from "../problem-index/last-hour.ts";
import type { RowFilter } from "../problem-index/row-filter.ts";
import { turnedPlaces } from "../recurrence-index/turned-places.ts";
import { filterVocabulary } from "../routes/filter-vocabulary.ts";

/** Places and deadlines of one look. */
const MOST_FOUND = 500;
/** Deadlines among which those of reports that were urged on are sought. */
const MOST_DUE = 5000;

/** What a rule finds in the city at T. One or two passes over the rows. Throws where its filter names what is no more. */
export async function findFor(city: City, rule: AlertRule, t: number): Promise<Finding> {
  const { problems, recurrence } = city;
  switch (rule.kind) {
    case "overdue-count":
      return { kind: rule.kind, count: countProblems(problems, rowsOf(city, rule, t)).overdue };
    case "surge":
      return { kind: rule.kind, ...lastHour(problems, rowsOf(city, rule, t)) };
    case "place-intensifying": {
      const rows = rowsOf(city, rule, t);
      const places = turnedPlaces(recurrence, rows, "intensifying", t - DAY_MS, MOST_FOUND);
      const turned = places.map((place) => ({ id: String(place), at: anchorOf(city, place) }));
      return { kind: rule.kind, turned };
    }
    case "deadline": {
      const dueBefore = t + rule.withinMinutes * 60_000;
      const rows = { ...rowsOf(city, rule, t, "open"), dueBefore };
      const due = dueRows(problems, rows, MOST_DUE);
      const hard = rule.of === "urged" ? await urgedOf(city, due, t) : due;
      return { kind: rule.kind, due: hard.slice(0, MOST_FOUND) };
    }
  }
}

async function urgedOf({ storage }: City, due: readonly DueRow[], t: number): Promise<DueRow[]> {
  const urges = await storage.urgesOf(due.map(({ id }) => id));
  const urged = new Set(urges.filter(({ at }) => at <= t).map(({ problemId }) => problemId));
  return due.filter(({ id }) => urged.has(id));
}

function rowsOf(city: City, { filter = {} }: AlertRule, t: number, status?: string): RowFilter {
  const query = status === undefined ? filter : { ...filter, status };
  return city.problems.compile(parseFilter(query, filterVocabulary(city)), t);
}

function anchorOf({ recurrence, tables }: City, place: number): readonly [number, number] {
  const { anchorX, anchorY } = recurrence.anchors;
  const [lng, lat] = tables.plane.toLngLat(anchorX[place] ?? 0, anchorY[place] ?? 0);
  return [lng, lat];
}
