import { createRoute } from "@hono/zod-openapi";
import { FilterQuery } from "../../domain/contract/filter-query.ts";
import { RecurrenceSummary } from "../../domain/contract/recurrence.ts";
import { placeClasses } from "../../domain/recurrence/place-class.ts";
import { fromE7 } from "../../domain/spatial/lng-lat.ts";
import { wilsonInterval } from "../../domain/statistics/wilson-interval.ts";
import { DAY_MS } from "../../domain/time.ts";
import type { City } from "../city/city.ts";
import type { Deps } from "../deps.ts";
import { countProblems } from "../problem-index/count-problems.ts";
import type { RowFilter } from "../problem-index/row-filter.ts";
import { countRecurrences } from "../recurrence-index/count-recurrences.ts";
import { recurrencesByLead } from "../recurrence-index/recurrences-by-lead.ts";
import { type PlaceSums, summariseRecurrence } from "../recurrence-index/summarise-recurrence.ts";
import { answers, documentedRoutes } from "./api.ts";
import { readFilter } from "./read-query.ts";

const summary = createRoute({
  method: "get",
  path: "/summary",
  summary: "Recurrence in numbers, with what keeps a score honest",
  description: "Counts follow the filter; classes and relapse are the places' own, as of T.",
  request: { query: FilterQuery },
  responses: answers(RecurrenceSummary, "By class, category, zone and lead; what the gate dropped"),
});

export function recurrenceSummaryRoutes({ city }: Pick<Deps, "city">) {
  return documentedRoutes([
    [
      summary,
      (c) => {
        const { rows } = readFilter(c, city, []);
        return c.json(summaryOf(city, rows) satisfies RecurrenceSummary, 200);
      },
    ],
  ]);
}

function summaryOf(city: City, rows: RowFilter): RecurrenceSummary {
  const { recurrence, problems, tables, clock } = city;
  const { settings, historyStartAt } = recurrence;
  const t = rows.asOf;
  const counts = countRecurrences(recurrence, rows);
  const figures = summariseRecurrence(recurrence, counts, t);
  const counted = countProblems(problems, rows);
  const interval = wilsonInterval(figures.relapseX, figures.relapseN);
  const stale = {
    ...rows,
    statusMask: 0b011,
    to: Math.min(rows.to, t - settings.staleDays * DAY_MS),
  };
  return {
    asOf: clock.toIso(t),
    historyStart: clock.toDate(historyStartAt),
    isFirstYear: t - historyStartAt < settings.windowDays * DAY_MS,
    total: { places: figures.places, k: figures.k },
    byClass: placeClasses.map((name, i) => ({ class: name, ...sumsAt(figures.byClass, i) })),
    byCategory: byCategoryClass(city, figures.byCategory),
    byZone: byZone(city, figures.byTerritory, rows.asOf),
    byLead: recurrencesByLead(recurrence, rows),
    relapse: {
      x: figures.relapseX,
      n: figures.relapseN,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
    },
    openPlaces: figures.openPlaces,
    stalePlaces: figures.stalePlaces,
    openProblems: counted.open,
    staleProblems: problems.match(stale).count,
    suggestions: figures.suggestions,
    dropped: {
      withdrawn: counted.withdrawn,
      rejected: counted.rejected,
      unplaced: counted.unplaced,
      badPosition: onBadPositions(city, rows),
      positions: [...city.badPositions.values()]
        .sort((a, b) => b.reports - a.reports)
        .map(({ lngE7, latE7, reports, addresses, since }) => ({
          position: [fromE7(lngE7), fromE7(latE7)],
          reports,
          addresses,
          since: clock.toIso(since),
        })),
      proposed: city.proposedPositions.map(({ lngE7, latE7, reports, addresses }) => ({
        position: [fromE7(lngE7), fromE7(latE7)],
        reports,
        addresses,
      })),
    },
  };

  function byCategoryClass(_: City, sums: PlaceSums): RecurrenceSummary["byCategory"] {
    const byCode = new Map<string, { places: number; k: number }>();
    tables.tree.list.forEach(({ code }, ordinal) => {
      const { places, k } = sumsAt(sums, ordinal);
      const known = byCode.get(code.slice(0, 3)) ?? { places: 0, k: 0 };
      byCode.set(code.slice(0, 3), { places: known.places + places, k: known.k + k });
    });
    return [...byCode]
      .filter(([, { places }]) => places > 0)
      .map(([category, sum]) => ({ category, ...sum }))
      .sort((a, b) => b.k - a.k);
  }
}

/** Whole zones alone; what lies in none is left out. */
function byZone(
  { problems, tables }: City,
  sums: PlaceSums,
  t: number,
): RecurrenceSummary["byZone"] {
  const sheet = tables.registry.zones.at(t);
  const byId = new Map<string, { places: number; k: number }>();
  problems.territories.list.forEach((each, territory) => {
    const { places, k } = sumsAt(sums, territory);
    if (places === 0) return;
    const chain = problems.territories.chainOf(each, sheet.number);
    const whole = chain
      .flatMap((ordinal) => sheet.zones[ordinal] ?? [])
      .find(({ level }) => level === "zone");
    if (!whole) return;
    const known = byId.get(whole.id) ?? { places: 0, k: 0 };
    byId.set(whole.id, { places: known.places + places, k: known.k + k });
  });
  return [...byId].map(([zone, sum]) => ({ zone, ...sum })).sort((a, b) => b.k - a.k);
}

/** Reports that pass the filter and lie where the gate holds them back. */
function onBadPositions({ problems, badPositions }: City, rows: RowFilter): number {
  let count = 0;
  for (const { lngE7, latE7 } of badPositions.values()) {
    if (rows.bboxE7 && !isInside(rows.bboxE7, lngE7, latE7)) continue;
    count += problems.match({ ...rows, bboxE7: [lngE7, latE7, lngE7, latE7] }).count;
  }
  return count;
}

function isInside(
  [west, south, east, north]: NonNullable<RowFilter["bboxE7"]>,
  lng: number,
  lat: number,
): boolean {
  return lng >= west && lat >= south && lng <= east && lat <= north;
}

function sumsAt({ places, k }: PlaceSums, at: number) {
  return { places: places[at] ?? 0, k: k[at] ?? 0 };
}
