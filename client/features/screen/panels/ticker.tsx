import { StatusMark } from "../../../ui/status-mark.tsx";
import type { FeedEntry } from "../feed.ts";
import type { ScreenScope } from "../screen-scope.ts";
import { newestQuery, useFeed } from "../use-feed.ts";
import { definePanel, type PanelProps } from "./panel.ts";

/** 实时动态 as a list, on walls that have no footer for it. */
export const ticker = definePanel({
  id: "ticker",
  title: (text) => text.screen.feed.title,
  query: newestQuery,
  counts: () => ({}),
  why: ({ screen }) => [screen.feed.why],
  View: TickerView,
});

function TickerView({ rows, hasDetail, scope }: PanelProps<unknown>) {
  const { told } = useFeed();
  if (told.length === 0) return <p className="wall-empty">{scope.text.screen.feed.empty}</p>;
  return (
    <ol className={`wall-rows ${hasDetail ? "has-detail" : ""}`}>
      {told.slice(0, rows).map((entry) => (
        <li key={entry.key}>
          <StatusMark status={entry.what === "reported" ? "open" : entry.what} />
          <time>{timeOf(entry, scope)}</time>
          <div className="wall-row-text">
            <h3>
              {entry.name} {wordOf(entry, scope)}
            </h3>
            {hasDetail && <p title={entry.facts}>{entry.facts}</p>}
          </div>
          {entry.others > 0 && (
            <span className="is-quiet">{scope.text.screen.others(entry.others)}</span>
          )}
        </li>
      ))}
    </ol>
  );
}

/** 10:42; the day where it was another one. */
export function timeOf({ at }: FeedEntry, { clock, now }: ScreenScope): string {
  const iso = clock.toIso(at);
  return clock.toDate(at) === clock.toDate(now) ? iso.slice(11, 16) : iso.slice(5, 10);
}

/** What became of it, beside its name; nothing for what was just reported. */
export function wordOf({ what }: FeedEntry, { text }: ScreenScope): string {
  if (what === "closed") return text.screen.feed.closed;
  return what === "overdue" ? text.statuses.overdue : "";
}
