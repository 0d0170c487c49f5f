import type { Brief } from "../../../domain/brief.ts";
import { DAY_MS } from "../../../domain/time.ts";
import { useBriefsText } from "../../text/briefs-text.ts";
import { useBriefText, useBriefUrl } from "./use-brief-url.ts";

/** The week that is shown and its neighbours; the one after a running week has not begun. */
export function WeekPicker({ week }: { readonly week: Brief["week"] }) {
  const text = useBriefsText().briefs;
  const brief = useBriefText();
  const { change } = useBriefUrl();
  const monday = week.from.slice(0, 10);
  return (
    <div className="brief-week">
      <button
        type="button"
        className="brief-button"
        onClick={() => change({ week: movedBy(monday, -7) })}
      >
        ◀ {text.earlier}
      </button>
      <strong>
        {brief.weekNumber(week.number)} {monday.slice(5)}
      </strong>
      <button
        type="button"
        className="brief-button"
        disabled={!week.isComplete}
        onClick={() => change({ week: movedBy(monday, 7) })}
      >
        {text.later} ▶
      </button>
    </div>
  );
}

function movedBy(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
