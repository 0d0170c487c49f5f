import { StatusMark } from "../../ui/status-mark.tsx";
import { timeOf, wordOf } from "./panels/ticker.tsx";
import type { ScreenScope } from "./screen-scope.ts";
import { useFeed } from "./use-feed.ts";
import type { Rect } from "./wall-layout.ts";

/** As many as could ever fit; what is too wide is hidden whole. */
const MOST = 8;

/** What happened last, newest left; nothing runs through. */
export function WallFooter({ rect, scope }: { readonly rect: Rect; readonly scope: ScreenScope }) {
  const { told, isKnown, hasFailed } = useFeed();
  const { screen, async } = scope.text;
  const silence = isKnown ? screen.feed.empty : async.loading;
  return (
    <footer className="wall-footer" style={{ top: rect.y, height: rect.height }}>
      <h2>{screen.feed.title}</h2>
      <ol>
        {hasFailed && <li role="alert">{async.failed}</li>}
        {told.length === 0 && !hasFailed && <li>{silence}</li>}
        {told.slice(0, MOST).map((entry) => (
          <li key={entry.key}>
            <StatusMark status={entry.what === "reported" ? "open" : entry.what} />
            <time>{timeOf(entry, scope)}</time>
            <strong title={entry.name}>
              {entry.name} {wordOf(entry, scope)}
            </strong>
            <span title={entry.facts}>{entry.facts}</span>
            {entry.others > 0 && <span>{screen.others(entry.others)}</span>}
          </li>
        ))}
      </ol>
    </footer>
  );
}
