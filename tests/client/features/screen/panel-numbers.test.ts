import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Panel } from "../../../../client/features/screen/panels/panel.ts";
import { panels } from "../../../../client/features/screen/panels/registry.ts";
import {
  earlier,
  filterWords,
  type ScreenScope,
} from "../../../../client/features/screen/screen-scope.ts";
import { cityFormat } from "../../../../client/state/city-format.ts";
import type { FilterParams } from "../../../../client/state/url-state.ts";
import { screenTexts } from "../../../../client/text/screen-text.ts";
import type { CityPack } from "../../../../domain/city-pack.ts";
import { CaseRates } from "../../../../domain/contract/cases.ts";
import { CityManifest } from "../../../../domain/contract/city.ts";
import { RecurrenceSummary } from "../../../../domain/contract/recurrence.ts";
import type { DutyMatrixBody } from "../../../../domain/contract/responsibility.ts";
import { ScreenStandings } from "../../../../domain/contract/screen-reads.ts";
import type { Problem } from "../../../../domain/problem.ts";
import { noFilter, type ProblemFilter } from "../../../../domain/problem-filter.ts";
import type { ScenePanel } from "../../../../domain/screen/scene.ts";
import { count } from "../../../../domain/text/count.ts";
import { cityClock, DAY_MS, HOUR_MS } from "../../../../domain/time.ts";
import { T0 } from "../../../support/city-builder.ts";
import { passes, standing } from "../../../support/plain-filter.ts";
import { seeded } from "../../../support/random.ts";
import { gridCity, randomProblems } from "../../../support/random-city.ts";

const TODAY = T0 + 300 * DAY_MS;
const pack = gridCity();
const problems = randomProblems(seeded(31), 3000);
const app = await startApp();
const clock = cityClock("Asia/Shanghai");
const text = screenTexts.zh;
const iso = (t: number) => clock.toIso(t);

type App = {
  get(path: string): Promise<unknown>;
  request(path: string, init: RequestInit): Promise<Response>;
};

/** By a name that is made: the server is no part of the pages' program, whose types are checked without it. */
async function startApp(): Promise<App> {
  const file = ["..", "..", "..", "support", "test-app.ts"].join("/");
  const { testApp } = (await import(file)) as {
    testApp(pack: CityPack, problems: readonly Problem[]): Promise<App>;
  };
  return testApp(pack, problems);
}

beforeAll(() => {
  vi.stubGlobal("document", { documentElement: { lang: "zh-CN" } });
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => app.request(path, init));
});

const moments = [TODAY, T0 + 120 * DAY_MS + 7 * HOUR_MS + 61_000, T0 + 200 * DAY_MS];
const filters: readonly FilterParams[] = [
  {},
  { category: "E01" },
  { source: "hotline", zone: "Z11,Z12" },
  { from: iso(clock.dayStart(TODAY) - 20 * DAY_MS) },
];
const cases = moments.flatMap((now) => {
  const today: FilterParams = { from: iso(clock.dayStart(now)) };
  return [...filters, today].map((filter) => ({ now, filter }));
});

async function scopeOf(now: number, filter: FilterParams): Promise<ScreenScope> {
  const city = CityManifest.parse(await app.get("/api/city"));
  return {
    city,
    clock,
    format: cityFormat(city, text),
    text,
    language: "zh",
    filter: { ...filter, asOf: iso(now) },
    now,
    client: new QueryClient({ defaultOptions: { queries: { retry: false } } }),
    targets: { accepted: null, closed: null, "closed-in-time": null, satisfied: null },
  };
}

/** What a panel shows, tag by tag without its marks. */
async function shown(id: ScenePanel, scope: ScreenScope): Promise<string[]> {
  const panel: Panel = panels[id];
  const data = await scope.client.fetchQuery(panel.query(scope));
  const words = panel.empty?.(data, text);
  if (words) return [words];
  const view = createElement(panel.View, { data, rows: 99, hasDetail: false, scope });
  const markup = renderToStaticMarkup(
    createElement(QueryClientProvider, { client: scope.client }, view),
  );
  return markup
    .split(/<[^>]*>/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** The reports that pass a filter at its own moment. */
function counted(filter: FilterParams): Problem[] {
  const list = (names: string | undefined) => names?.split(",") ?? null;
  const read = {
    ...noFilter,
    categories: list(filter.category),
    sources: list(filter.source),
    zones: list(filter.zone),
    lines: list(filter.line),
    blocks: list(filter.block),
    from: filter.from === undefined ? null : Date.parse(filter.from),
    asOf: at(filter),
    dueWithinHours: filter.dueWithin === undefined ? null : Number(filter.dueWithin),
  } as ProblemFilter;
  return problems.filter((problem) => passes(problem, read, pack, TODAY));
}

const at = (filter: FilterParams) => Date.parse(filter.asOf ?? "");
function open(filter: FilterParams): Problem[] {
  return counted(filter).filter((problem) => standing(problem, at(filter)) !== "closed");
}
const overdue = (filter: FilterParams) =>
  open(filter).filter((problem) => standing(problem, at(filter)) === "overdue");

/** Closed on the day of the filter's moment, by the closing that stands then. */
function closedThatDay(filter: FilterParams): number {
  const t = at(filter);
  return counted(filter).filter((problem) => {
    if (standing(problem, t) !== "closed") return false;
    const last = problem.closings.findLast(({ closedAt }) => closedAt <= t);
    return Math.max(problem.reportedAt, last?.closedAt ?? 0) >= clock.dayStart(t);
  }).length;
}

const signed = (n: number) => (n === 0 ? "±0" : `${n < 0 ? "−" : "+"}${count(Math.abs(n))}`);

describe.each(cases)("panels at $now of $filter", ({ now, filter: given }) => {
  it("figures: open, overdue and closed today, with their changes", async () => {
    const scope = await scopeOf(now, given);
    const { filter } = scope;
    const [day, week] = [earlier(scope, DAY_MS), earlier(scope, 7 * DAY_MS)];
    const words = await shown("figures", scope);
    const late = overdue(filter).length;
    expect(words).toContain(count(open(filter).length));
    expect(words).toContain(`较昨日 ${signed(open(filter).length - open(day).length)}`);
    expect(words).toContain(`较上周 ${signed(open(filter).length - open(week).length)}`);
    expect(words).toContain(count(late));
    if (late > 0) expect(words).toContain(`较昨日 ${signed(late - overdue(day).length)}`);
    const closed = closedThatDay(filter);
    expect(words).toContain(count(closed));
    expect(words).toContain(`较昨日 ${signed(closed - closedThatDay(day))}`);
    const reported = counted(filter).filter(({ reportedAt }) => reportedAt >= clock.dayStart(now));
    expect(words).toContain(`今日新增 ${count(reported.length)}`);
  });

  it("five governances: open by what their categories belong to", async () => {
    const scope = await scopeOf(now, given);
    const names = text.screen.governances.names;
    const words = await shown("governances", scope);
    const before = earlier(scope, 7 * DAY_MS);
    for (const name of [
      "congestion",
      "dirt",
      "pollution",
      "illegal-building",
      "service",
    ] as const) {
      const codes = new Set(
        scope.city.categories.flatMap(({ code, governance }) => (governance === name ? code : [])),
      );
      const of = (filter: FilterParams) =>
        open(filter).filter(({ category }) => codes.has(category)).length;
      const change = of(scope.filter) - of(before);
      const row = words.slice(words.indexOf(names[name]));
      expect(row[1]).toBe(count(of(scope.filter)));
      expect(row[3]).toBe(change === 0 ? "—" : `${change > 0 ? "▲" : "▼"}${Math.abs(change)}`);
    }
  });

  it("sources: shares of what was reported in seven days", async () => {
    const scope = await scopeOf(now, given);
    const list = counted({ ...scope.filter, from: iso(clock.dayStart(now) - 6 * DAY_MS) });
    const data = await scope.client.fetchQuery(panels.sources.query(scope));
    expect(panels.sources.note?.(scope, data, 10)).toBe(`近 7 天 ${count(list.length)} 件`);
    const words = await shown("sources", scope);
    const sizes = Object.values(Object.groupBy(list, ({ source }) => source))
      .map((part) => part?.length ?? 0)
      .sort((a, b) => b - a);
    const kept = sizes.length > 6 ? sizes.slice(0, 5) : sizes;
    const rest = list.length - kept.reduce((sum, n) => sum + n, 0);
    const parts = [...kept, ...(rest > 0 ? [rest] : [])];
    const wanted = parts.map((n) => `${Math.round((100 * n) / list.length)}%`);
    expect(words.filter((word) => word.endsWith("%"))).toEqual(wanted);
  });

  it("deadlines: the next ten, and how many within a day", async () => {
    const scope = await scopeOf(now, given);
    const due = counted({ ...scope.filter, dueWithin: "2000" }).sort(
      (a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0),
    );
    const soon = counted({ ...scope.filter, dueWithin: "24" }).length;
    const query = panels.deadlines.query(scope);
    const data = await scope.client.fetchQuery(query);
    expect(panels.deadlines.note?.(scope, data, 10)).toBe(`24 小时内到期 ${soon} 件`);
    const words = (await shown("deadlines", scope)).filter((word) =>
      /^\d\d(-\d\d \d\d)?:\d\d$/.test(word),
    );
    const today = clock.toDate(now);
    expect(words).toEqual(
      due.slice(0, 10).map(({ dueAt }) => {
        const minute = iso(dueAt ?? 0);
        const isToday = clock.toDate(dueAt ?? 0) === today;
        return isToday ? minute.slice(11, 16) : `${minute.slice(5, 10)} ${minute.slice(11, 16)}`;
      }),
    );
  });

  it("hours: reported and closed today", async () => {
    const scope = await scopeOf(now, given);
    const words = await shown("hours", scope);
    const reported = counted(scope.filter).filter(
      ({ reportedAt }) => reportedAt >= clock.dayStart(now),
    );
    expect(words).toContain(`新增 ${count(reported.length)}`);
    expect(words).toContain(`办结 ${count(closedThatDay(scope.filter))}`);
  });

  it("trend: what stood open, whenever it was reported", async () => {
    const scope = await scopeOf(now, given);
    const data = await scope.client.fetchQuery(panels.trend.query(scope));
    const { open: days } = data as { readonly open: readonly number[] };
    const { from: _, ...whenever } = scope.filter;
    expect(days.at(-1)).toBe(open(whenever).length);
    expect(days).toHaveLength(30);
  });

  it("ranking: overdue of every zone, whenever it was reported, best score first", async () => {
    const scope = await scopeOf(now, given);
    const { from: _, ...whenever } = scope.filter;
    const query = new URLSearchParams(whenever as Record<string, string>);
    const { zones } = ScreenStandings.parse(await app.get(`/api/screen/standings?${query}`));
    const words = await shown("ranking", scope);
    const scores = words.filter((word) => /^\d+\.\d$/.test(word)).map(Number);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores).toHaveLength(zones.filter(({ score }) => score !== null).length);
    for (const { id, name, score } of zones) {
      const row = words.slice(words.indexOf(name.replace(/片区$/, "")));
      const figures = row.filter((word) => /^[\d,.]+$|^—$/.test(word));
      const own = { ...whenever, zone: id };
      const isIn = given.zone === undefined || given.zone.split(",").includes(id);
      expect([name, figures[0]]).toEqual([name, count(isIn ? overdue(own).length : 0)]);
      expect(figures[1]).toBe(score === null ? "—" : score.toFixed(1));
    }
  });

  it("rates: those of the cases of the last thirty days", async () => {
    const scope = await scopeOf(now, given);
    const thirty = clock.dayStart(now - 30 * DAY_MS);
    const from = iso(thirty);
    const query = new URLSearchParams({ ...scope.filter, from, lang: "zh" } as Record<
      string,
      string
    >);
    const { rates } = CaseRates.parse(await app.get(`/api/cases/rates?${query}`));
    const words = await shown("rates", scope);
    for (const [name, label] of Object.entries(text.screen.rates.names)) {
      const rate = rates.find((each) => each.name === name);
      const [, value = "", sign, of] = words.slice(words.indexOf(label));
      if (rate?.value === null) expect([value, sign]).toEqual(["—", "本期无数据"]);
      else {
        expect(Math.abs(Number(value) - 100 * (rate?.value ?? Number.NaN))).toBeLessThan(0.1);
        expect(of).toBe(`${count(rate?.numerator ?? -1)} / ${count(rate?.denominator ?? -1)} 件`);
      }
    }
  });

  it("lines and blocks: open and overdue by who answered on the day of the report", async () => {
    const scope = await scopeOf(now, given);
    for (const [id, side] of [
      ["lines", "line"],
      ["blocks", "block"],
    ] as const) {
      const data = (await scope.client.fetchQuery(panels[id].query(scope))) as DutyMatrixBody;
      const units = data[id].filter(({ holdsNow, counts }) => holdsNow || counts.open > 0);
      const words = await shown(id, scope);
      for (const { unitId, name } of units) {
        const own = { ...scope.filter, [side]: name === null ? "none" : unitId };
        const row = words.slice(words.indexOf(name ?? text.screen.duty.none) + 1);
        expect(row.slice(0, 2)).toEqual([count(open(own).length), count(overdue(own).length)]);
      }
    }
  });

  it("classes: places of each", async () => {
    const scope = await scopeOf(now, given);
    const query = new URLSearchParams(scope.filter as Record<string, string>);
    const { byClass } = RecurrenceSummary.parse(await app.get(`/api/recurrence/summary?${query}`));
    const words = await shown("classes", scope);
    for (const [name, label] of Object.entries(text.screen.classes.names)) {
      const places = byClass.find((each) => each.class === name)?.places ?? 0;
      expect(words[words.indexOf(label) + 1]).toBe(count(places));
    }
  });
});

describe("panels that say a period of their own", () => {
  const own = ["sources", "rates", "trend", "ranking", "failed-fixes", "hot-spots"] as const;

  it.each(own)("%s: neither count nor claim the scene's", async (id) => {
    const [whole, today] = await Promise.all([
      scopeOf(TODAY, {}),
      scopeOf(TODAY, { from: iso(clock.dayStart(TODAY)) }),
    ]);
    const panel: Panel = panels[id];
    const claimed = (scope: ScreenScope) =>
      filterWords(scope, panel.counts?.(scope) ?? scope.filter);
    expect(panel.query(today).queryKey).toEqual(panel.query(whole).queryKey);
    expect(claimed(today)).toBe(claimed(whole));
  });

  it("rates: say it, as their closings are not by when they were reported", () => {
    const [zh, en] = [screenTexts.zh, screenTexts.en].map((each) =>
      panels.rates.why(each, undefined),
    );
    expect(zh?.join()).toContain("近 30 日");
    expect(en?.join()).toContain("30 days");
  });
});
