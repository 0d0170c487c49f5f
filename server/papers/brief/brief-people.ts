import type { Week } from "../../../domain/brief-week.ts";
import type { BriefPeople } from "../../../domain/contract/briefs.ts";
import { type DutyRole, holdsAt } from "../../../domain/duty.ts";
import { noFilter } from "../../../domain/problem-filter.ts";
import type { City } from "../../city/city.ts";
import { compareText } from "../../problem-index/compare-text.ts";
import { heldDuties, NOT_ASKED } from "../../problem-index/held-duties.ts";
import { holdersAt } from "../../problem-index/holders-at.ts";
import { weekCounts } from "../../problem-index/week-counts.ts";
import { eachRecurrence } from "../../recurrence-index/count-recurrences.ts";
import { weekBody } from "./brief-of.ts";
import { heldWithin } from "./held-areas.ts";
import { hasHistory } from "./week-reading.ts";

/** Pages of one file: one takes some 20 ms and 20 KB. */
export const BRIEF_PAGES_MAX = 800;

/** Everyone who held the role in the week, with what their briefs say, most overdue first. One pass for all of them. */
export function briefPeople(city: City, role: DutyRole, week: Week): BriefPeople {
  const { problems, recurrence, tables } = city;
  const { duties } = tables.registry;
  const inRole = duties.filter((duty) => duty.role === role && heldWithin(duty, week));
  const people = [...new Set(inRole.flatMap(({ person }) => person ?? []))];
  const numbers = new Map(people.map((person, number) => [person, number]));
  const held = heldDuties(
    { ...tables, territories: problems.territories },
    ({ person }) => numbers.get(person ?? "") ?? NOT_ASKED,
  );
  const holders = holdersAt(held);
  const { of } = weekCounts(problems, holders, people.length, week);
  const { recurring } = recurrence;
  const rows = problems.compile({ ...noFilter, from: week.from, to: week.to, asOf: week.at }, 0);
  eachRecurrence(recurrence, rows, week.from, (rank, episode) => {
    const at = recurring.start[episode] ?? 0;
    const [territory, category] = [recurring.territory[rank] ?? 0, recurring.category[rank] ?? 0];
    for (const number of holders(territory, category, at)) {
      const count = of[number];
      if (count) count.returns++;
    }
  });
  const listed = people.flatMap((person, number): BriefPeople["people"] => {
    const count = of[number];
    if (!count) return [];
    const { reported, closed, returns, open, overdue } = count;
    const isHeldAtEnd = duties.some((duty) => duty.person === person && holdsAt(duty, week.at));
    return [
      {
        person,
        areas: inRole.filter((duty) => duty.person === person).length,
        isHeldAtEnd,
        open: isHeldAtEnd ? open : null,
        overdue: isHeldAtEnd ? overdue : null,
        reported,
        closed,
        returns,
      },
    ];
  });
  return {
    role,
    week: weekBody(city, week),
    hasHistory: hasHistory(city, week),
    pagesMax: BRIEF_PAGES_MAX,
    people: listed.sort(
      (a, b) =>
        (b.overdue ?? -1) - (a.overdue ?? -1) ||
        (b.open ?? -1) - (a.open ?? -1) ||
        compareText(a.person, b.person),
    ),
  };
}
