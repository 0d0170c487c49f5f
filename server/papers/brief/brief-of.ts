import {
  type Brief,
  type BriefArea,
  type BriefFigure,
  briefClasses,
  CATEGORIES_LISTED,
  type Compared,
  compared,
  isKnown,
} from "../../../domain/brief.ts";
import { type Week, weekBefore, weekNumber } from "../../../domain/brief-week.ts";
import { dutyRoles, holdsAt } from "../../../domain/duty.ts";
import { DomainError } from "../../../domain/errors.ts";
import { SCORE_DAYS } from "../../../domain/my-score.ts";
import type { PlaceClass } from "../../../domain/recurrence/place-class.ts";
import type { City } from "../../city/city.ts";
import { areaFacts, type HeldAreas, heldAreas, heldWithin } from "./held-areas.ts";
import { PeerScores } from "./peer-scores.ts";
import { readWeek, type WeekReading } from "./week-reading.ts";
import { worstSpots } from "./worst-spots.ts";

/** The brief of a person's week. Throws not-found for whom the table of duties never knew. Some six passes over the reports. */
export async function briefOf(
  city: City,
  person: string,
  week: Week,
  peers = new PeerScores(city.recurrence),
): Promise<Brief> {
  const { clock, pack } = city;
  const held = heldAreas(city, person, week);
  if (held.duties.length === 0) throw new DomainError("not-found", { what: "person", id: person });
  const atEnd = held.duties.filter((duty) => holdsAt(duty, week.at));
  const role = dutyRoles.find((name) => atEnd.some((duty) => duty.role === name)) ?? null;
  const earlier = weekBefore(clock, week);
  const before = readWeek(city, person, held, earlier, role, peers);
  const now = readWeek(city, person, held, week, role, peers);
  const isStanding = isKnown(now.gap, "standing");
  return {
    person,
    city: pack.manifest.name,
    isDemo: pack.manifest.isDemo,
    week: weekBody(city, week),
    gap: now.gap,
    gapBefore: before.gap,
    terms: termsOf(city, held),
    role,
    figures: figuresOf(now, before),
    inTime: { week: inTimeOf(now), before: inTimeOf(before) },
    standing: {
      score: compared(now.score, before.score),
      peers: now.peers,
      scoreDays: SCORE_DAYS,
    },
    classes: isStanding ? classesOf(now, before) : [],
    categories: isKnown(now.gap, "flow") ? categoriesOf(city, now, before) : [],
    areas: isKnown(now.gap, "flow") ? areasOf(city, held, now, week) : [],
    spots: isStanding ? await worstSpots(city, now.ground, now.counts.overdue, week.at) : [],
  };
}

export function weekBody({ clock }: City, week: Week): Brief["week"] {
  return {
    from: clock.toIso(week.from),
    to: clock.toIso(week.to),
    at: clock.toIso(week.at),
    number: weekNumber(clock, week),
    isComplete: week.isComplete,
  };
}

function figuresOf(now: WeekReading, before: WeekReading): Brief["figures"] {
  const all = (figure: BriefFigure): Compared =>
    compared(figureOf(now, figure), figureOf(before, figure));
  return {
    open: all("open"),
    overdue: all("overdue"),
    reported: all("reported"),
    closed: all("closed"),
    inTime: all("inTime"),
    returns: all("returns"),
    recurring: all("recurring"),
    rank: all("rank"),
  };
}

function figureOf(reading: WeekReading, figure: BriefFigure): number | null {
  const { gap, counts, classes, rank } = reading;
  const isStanding = figure === "open" || figure === "overdue" || figure === "recurring";
  if (!isKnown(gap, isStanding ? "standing" : "flow")) return null;
  if (figure === "rank") return rank;
  if (figure === "recurring") return [...classes.values()].reduce((sum, n) => sum + n, 0);
  if (figure !== "inTime") return counts.all[figure];
  const { x, n } = counts.all.inTime;
  return n === 0 ? null : x / n;
}

function inTimeOf({ gap, counts }: WeekReading): Brief["inTime"]["week"] {
  return isKnown(gap, "flow") ? { ...counts.all.inTime } : null;
}

function classesOf(now: WeekReading, before: WeekReading): Brief["classes"] {
  const earlier = (name: PlaceClass) =>
    isKnown(before.gap, "standing") ? (before.classes.get(name) ?? 0) : null;
  return briefClasses
    .filter((name) => now.classes.has(name) || before.classes.has(name))
    .map((name) => ({
      class: name,
      count: compared(now.classes.get(name) ?? 0, earlier(name)),
    }));
}

function categoriesOf({ tables }: City, now: WeekReading, before: WeekReading) {
  const counts = now.counts.reportedByCategory;
  const earlier = isKnown(before.gap, "flow") ? before.counts.reportedByCategory : null;
  return [...counts.keys()]
    .filter((ordinal) => (counts[ordinal] ?? 0) > 0)
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
    .slice(0, CATEGORIES_LISTED)
    .map((ordinal) => {
      const { code, name } = tables.tree.at(ordinal);
      return { code, name, count: compared(counts[ordinal] ?? 0, earlier?.[ordinal] ?? null) };
    });
}

/** Those of the week, most overdue first, then open, then by name; parts after their whole. */
function areasOf(city: City, { areas, parts }: HeldAreas, { counts }: WeekReading, week: Week) {
  const whole = areas
    .flatMap((duties, number): Brief["areas"] => {
      const count = counts.of[number];
      if (!count || !duties.some((duty) => heldWithin(duty, week))) return [];
      return [{ ...areaFacts(city, duties, week), counts: count }];
    })
    .sort(worstFirst);
  const [only] = whole;
  if (!only) return whole;
  const within = parts.flatMap(({ id, name }, part): Brief["areas"] => {
    const count = counts.of[areas.length + part];
    return count ? [{ ...only, id, name, roles: [], isPart: true, counts: count }] : [];
  });
  return [...whole, ...within.sort(worstFirst)];
}

function worstFirst(a: BriefArea, b: BriefArea): number {
  return (
    b.counts.overdue - a.counts.overdue ||
    b.counts.open - a.counts.open ||
    ((a.name ?? a.id) < (b.name ?? b.id) ? -1 : 1)
  );
}

/** When the person held anything at all, stretches that touch joined. */
function termsOf({ clock }: City, { duties }: HeldAreas): Brief["terms"] {
  const terms: { from: number; to: number }[] = [];
  for (const { from, to } of [...duties].sort((a, b) => a.from - b.from)) {
    const end = to ?? Number.POSITIVE_INFINITY;
    const last = terms.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, end);
    else terms.push({ from, to: end });
  }
  return terms.map(({ from, to }) => ({
    from: clock.toIso(from),
    to: to === Number.POSITIVE_INFINITY ? null : clock.toIso(to),
  }));
}
