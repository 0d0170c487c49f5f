import type { ProblemCount, ProblemTrend } from "../../../../domain/contract/problems.ts";
import { count } from "../../../../domain/text/count.ts";
import { DAY_MS } from "../../../../domain/time.ts";
import { countQuery, trendQuery } from "../../../api/queries.ts";
import { firstProblemsQuery } from "../../../api/screen-queries.ts";
import { StatusMark } from "../../../ui/status-mark.tsx";
import { earlier } from "../screen-scope.ts";
import { signed } from "./change.ts";
import { definePanel, type PanelProps } from "./panel.ts";

type Statuses = ProblemCount["byStatus"];
type Day = { readonly reported: number; readonly closed: number };

type Figures = {
  readonly now: Statuses;
  readonly dayAgo: Statuses;
  readonly weekAgo: Statuses;
  readonly today: Day;
  /** The same part of the day before. */
  readonly yesterday: Day;
  /** Due date of what is overdue longest; null where nothing is. */
  readonly oldestDueAt: string | null;
};

/** 未办结, 超期, 今日办结, each with its change. */
export const figures = definePanel({
  id: "figures",
  title: (text) => text.screen.figures.title,
  isBare: true,
  query: (scope) => {
    const { filter, client } = scope;
    const [dayBefore, weekBefore] = [earlier(scope, DAY_MS), earlier(scope, 7 * DAY_MS)];
    const load = async (): Promise<Figures> => {
      const [now, dayAgo, weekAgo, today, yesterday, oldest] = await Promise.all([
        client.ensureQueryData(countQuery(filter)),
        client.ensureQueryData(countQuery(dayBefore)),
        client.ensureQueryData(countQuery(weekBefore)),
        client.ensureQueryData(trendQuery(filter, 1)),
        client.ensureQueryData(trendQuery(dayBefore, 1)),
        client.ensureQueryData(firstProblemsQuery({ ...filter, status: "overdue" }, "dueAt", 1)),
      ]);
      return {
        now: now.byStatus,
        dayAgo: dayAgo.byStatus,
        weekAgo: weekAgo.byStatus,
        today: lastDay(today),
        yesterday: lastDay(yesterday),
        oldestDueAt: oldest.features[0]?.properties.dueAt ?? null,
      };
    };
    return { queryKey: ["wall-figures", filter, dayBefore.asOf], queryFn: load };
  },
  why: ({ screen: { figures: text } }) => [
    `${text.open}：${text.whyOpen}`,
    `${text.overdue}：${text.whyOverdue}`,
    `${text.closed}：${text.whyClosed}`,
    text.whyChange,
  ],
  View: FiguresView,
});

function lastDay({ reported, closed }: ProblemTrend): Day {
  return { reported: reported.at(-1) ?? 0, closed: closed.at(-1) ?? 0 };
}

function FiguresView({ data, scope }: PanelProps<Figures>) {
  const { now, dayAgo, weekAgo, today, yesterday, oldestDueAt } = data;
  const text = scope.text.screen.figures;
  const overdueFor = oldestDueAt === null ? 0 : scope.now - Date.parse(oldestDueAt);
  return (
    <div className="wall-figures">
      <Figure
        status="open"
        name={text.open}
        value={now.open}
        lines={[
          text.yesterday(signed(now.open - dayAgo.open)),
          text.week(signed(now.open - weekAgo.open)),
        ]}
      />
      <Figure
        status="overdue"
        name={text.overdue}
        value={now.overdue}
        isBad={now.overdue > 0}
        isGood={now.overdue === 0}
        lines={
          now.overdue === 0
            ? [text.allInTime]
            : [
                text.longest(scope.format.span(overdueFor)),
                text.yesterday(signed(now.overdue - dayAgo.overdue)),
              ]
        }
      />
      <Figure
        status="closed"
        name={text.closed}
        value={today.closed}
        lines={[
          text.reported(count(today.reported)),
          text.yesterday(signed(today.closed - yesterday.closed)),
        ]}
      />
    </div>
  );
}

/** From here on figures are set smaller: three of them share a column. */
const LONG = 10_000;

type FigureProps = {
  readonly status: "open" | "overdue" | "closed";
  readonly name: string;
  readonly value: number;
  readonly isBad?: boolean;
  /** Nothing to do: a tick beside the words. */
  readonly isGood?: boolean;
  readonly lines: readonly string[];
};

function Figure({ status, name, value, isBad = false, isGood = false, lines }: FigureProps) {
  return (
    <div className="wall-figure">
      <h3>
        <StatusMark status={status} /> {name}
      </h3>
      <strong className={`${isBad ? "is-bad" : ""} ${value >= LONG ? "is-long" : ""}`}>
        {count(value)}
      </strong>
      {lines.map((line) => (
        <p key={line}>
          {isGood && <StatusMark status="closed" />}
          {line}
        </p>
      ))}
    </div>
  );
}
