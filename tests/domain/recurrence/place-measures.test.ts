import { describe, expect, test } from "vitest";
import { DecayScale } from "../../../domain/recurrence/decay-scale.ts";
import { EpisodeList } from "../../../domain/recurrence/episode-list.ts";
import { cutEpisodes, OpenStretches } from "../../../domain/recurrence/episodes.ts";
import { episodeRules, RecurrenceSettings } from "../../../domain/recurrence/params.ts";
import {
  measurePlace,
  measureRules,
  noMeasures,
} from "../../../domain/recurrence/place-measures.ts";
import { DAY_MS } from "../../../domain/time.ts";
import { type Random, seeded } from "../../support/random.ts";

const settings = RecurrenceSettings.parse({});
const rules = episodeRules(settings, 24);
const scale = new DecayScale(0, settings.halfLifeDays);
const measuring = measureRules(settings, scale);
const [H, W, G, STALE] = [90, 365, 1, 180];

type Report = { readonly t: number; readonly closed: number };

/** Days; what the definition says, by the letter, from reports known at T. */
function byDefinition(all: readonly Report[], T: number) {
  const known = all
    .filter(({ t }) => t <= T)
    .map(({ t, closed }) => {
      const end = closed <= T ? Math.max(t, closed) : Number.POSITIVE_INFINITY;
      return { t, end: Math.min(end, t + STALE), isAssumed: end > t + STALE };
    })
    .sort((a, b) => a.t - b.t);
  const episodes: { start: number; U: number; isAssumed: boolean; isReturn: boolean }[] = [];
  for (const { t, end, isAssumed } of known) {
    const last = episodes.at(-1);
    if (last && t <= last.U + G) {
      if (end > last.U) Object.assign(last, { U: end, isAssumed });
      continue;
    }
    const isReturn = last !== undefined && t - last.U <= W && !last.isAssumed;
    episodes.push({ start: t, U: end, isAssumed, isReturn });
  }
  const weight = (t: number) => 2 ** (-(T - t) / H);
  const returns = episodes.filter(({ isReturn, start }) => isReturn && start > T - W);
  let [A, A0, n, x] = [0, 0, 0, 0];
  episodes.forEach(({ U, isAssumed }, i) => {
    const next = episodes[i + 1];
    if (isAssumed || (!next && U > T)) return;
    const [from, to] = [Math.max(U + G, T - W), next?.start ?? T];
    if (to > from) {
      A += (H / Math.LN2) * (weight(to) - weight(from));
      if (next) A0 += to - from;
    }
    if (U > T - W && U <= T - 90) {
      n++;
      if (next?.isReturn && next.start - U <= 90) x++;
    }
  });
  const last = episodes.at(-1);
  const isOpen = last !== undefined && (last.U > T || last.isAssumed);
  return {
    k: returns.length,
    S: returns.reduce((sum, { start }) => sum + weight(start), 0),
    A,
    A0,
    isOpen,
    quietDays: isOpen || !last ? 0 : Math.max(0, T - last.U - G),
    recent: returns.filter(({ start }) => start > T - 90).length,
    binsHit: new Set(returns.map(({ start }) => Math.floor((T - start) / 30)).filter((b) => b < 6))
      .size,
    relapseN: n,
    relapseX: x,
  };
}

/** Half days, so that limits are met exactly now and then. */
function someReports(random: Random): Report[] {
  return Array.from({ length: 1 + random.below(14) }, () => {
    const t = random.below(1600) / 2;
    const closed =
      random() < 0.15 ? Number.POSITIVE_INFINITY : t + random.below(random.below(500) + 1) / 2;
    return { t, closed };
  });
}

describe("the measures of a place", () => {
  test("are those of the definition, for any reports and any T", () => {
    const random = seeded(17);
    const [stretches, episodes, measured] = [
      new OpenStretches(),
      new EpisodeList(scale),
      noMeasures(),
    ];
    for (let round = 0; round < 4000; round++) {
      const reports = someReports(random);
      const T = random.below(1800) / 2;
      if (!reports.some(({ t }) => t <= T)) continue;
      stretches.clear();
      reports.forEach(({ t, closed }, i) => {
        if (t > T) return;
        const end = closed <= T ? closed * DAY_MS : Number.POSITIVE_INFINITY;
        stretches.push(t * DAY_MS, end, i, 1, 0);
      });
      stretches.sort();
      cutEpisodes(stretches, rules, episodes.restart(rules.graceMs));
      const factor = scale.factorAt(T * DAY_MS);
      measurePlace(
        episodes,
        episodes.range(),
        T * DAY_MS,
        factor,
        rules.graceMs,
        measuring,
        measured,
      );
      const expected = byDefinition(reports, T);
      for (const [name, value] of Object.entries(expected)) {
        const got = measured[name as keyof typeof expected];
        if (typeof value === "boolean") expect(got, name).toBe(value);
        else expect(Math.abs(Number(got) - value), `${name} of round ${round}`).toBeLessThan(1e-9);
      }
    }
  });
});
