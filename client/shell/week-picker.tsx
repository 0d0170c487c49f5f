import { useContext } from "react";
import type { Brief } from "../../domain/brief.ts";
import { briefTexts } from "../../domain/text/brief-text.ts";
import { DAY_MS } from "../../domain/time.ts";
import { useBriefsText } from "../text/briefs-text.ts";
import { LanguageContext } from "../text/use-text.ts";
import "./brief-parts.css";

type Props = {
  readonly week: Brief["week"];
  /** With the Monday of the week that is wanted. */
  readonly onChange: (monday: string) => void;
};

/** The week that is shown and its neighbours; the one after a running week has not begun. */
export function WeekPicker({ week, onChange }: Props) {
  const text = useBriefsText().briefs;
  const brief = briefTexts[useContext(LanguageContext)];
  const monday = week.from.slice(0, 10);
  return (
    <div className="brief-week">
      <button type="button" className="brief-button" onClick={() => onChange(movedBy(monday, -7))}>
        ◀ {text.earlier}
      </button>
      <strong>
        {brief.weekNumber(week.number)} {monday.slice(5)}
      </strong>
      <button
        type="button"
        className="brief-button"
        disabled={!week.isComplete}
        onClick={() => onChange(movedBy(monday, 7))}
      >
        {text.later} ▶
      </button>
    </div>
  );
}

function movedBy(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
