import type { ProblemFeature, ProblemPage } from "../../../../domain/contract/problems.ts";
import { count } from "../../../../domain/text/count.ts";
import { countQuery } from "../../../api/queries.ts";
import { firstProblemsQuery } from "../../../api/screen-queries.ts";
import { StatusMark } from "../../../ui/status-mark.tsx";
import type { ScreenScope } from "../screen-scope.ts";
import { definePanel, type PanelProps } from "./panel.ts";
import { shortAddress } from "./short-address.ts";

type Deadlines = {
  readonly next: readonly ProblemFeature[];
  /** Within a day. */
  readonly soon: number;
};

const MOST = 10;
/** As far as the filter looks ahead, hours. */
const AHEAD_HOURS = "2000";

/** 期限时钟: the next ten that run out of time. */
export const deadlines = definePanel({
  id: "deadlines",
  title: (text) => text.screen.deadlines.title,
  note: ({ text }, data: Deadlines | undefined) =>
    data ? text.screen.deadlines.note(count(data.soon)) : "",
  query: ({ filter, client }) => {
    const ahead = firstProblemsQuery({ ...filter, dueWithin: AHEAD_HOURS }, "dueAt", MOST);
    const withinDay = countQuery({ ...filter, dueWithin: "24" });
    return {
      queryKey: ["wall-deadlines", ...ahead.queryKey],
      queryFn: async (): Promise<Deadlines> => {
        const [page, soon] = await Promise.all([
          client.ensureQueryData(ahead),
          client.ensureQueryData(withinDay),
        ]);
        return { next: (page satisfies ProblemPage).features, soon: soon.total };
      },
    };
  },
  empty: (data, { screen }) => (data.next.length === 0 ? screen.deadlines.empty : null),
  why: ({ screen }) => [screen.deadlines.why],
  View: DeadlinesView,
});

function DeadlinesView({ data, rows, hasDetail, scope }: PanelProps<Deadlines>) {
  return (
    <ol className={`wall-rows ${hasDetail ? "has-detail" : ""}`}>
      {data.next.slice(0, rows).map((problem) => (
        <DeadlineRow
          key={problem.properties.id}
          problem={problem}
          hasDetail={hasDetail}
          scope={scope}
        />
      ))}
    </ol>
  );
}

type DeadlineRowProps = {
  readonly problem: ProblemFeature;
  readonly hasDetail: boolean;
  readonly scope: ScreenScope;
};

function DeadlineRow({ problem: { properties }, hasDetail, scope }: DeadlineRowProps) {
  const { format, text } = scope;
  const dueAt = properties.dueAt ?? "";
  const left = Date.parse(dueAt) - scope.now;
  const time = format.minute(dueAt).slice(6);
  const day = isToday(dueAt, scope) ? "" : `${format.minute(dueAt).slice(0, 6)}`;
  const unit = properties.assignedUnitId === null ? null : format.unit(properties.assignedUnitId);
  const address = properties.address ?? "";
  const facts = [shortAddress(address), unit ?? properties.zone?.name].filter(Boolean);
  return (
    <li>
      <StatusMark status="open" />
      <div className="wall-row-text">
        <h3>{format.category(properties.category)}</h3>
        {hasDetail && <p title={facts.join(" · ")}>{facts.join(" · ")}</p>}
      </div>
      <div className="wall-row-number">
        <strong>{hasDetail ? time : `${day}${time}`}</strong>
        {hasDetail && (
          <p>
            {day}
            {text.list.leftFor(format.span(Math.max(0, left)))}
          </p>
        )}
      </div>
    </li>
  );
}

function isToday(iso: string, { clock, now }: ScreenScope): boolean {
  return clock.toDate(Date.parse(iso)) === clock.toDate(now);
}
