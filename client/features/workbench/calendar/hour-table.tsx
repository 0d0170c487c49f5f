import { type KeyboardEvent, useRef, useState } from "react";
import { count } from "../../../../domain/text/count.ts";
import { useText } from "../../../text/use-text.ts";
import type { Shades } from "./calendar-shades.ts";

type HourTableProps = {
  /** [weekday][hour], Monday first. */
  readonly counts: readonly (readonly number[])[];
  readonly shades: Shades;
  /** Colour of each shade above 0. */
  readonly colours: readonly string[];
};

type Cell = { readonly day: number; readonly hour: number };

const HOURS = 24;
const MOVES: Readonly<Record<string, Cell>> = {
  ArrowUp: { day: -1, hour: 0 },
  ArrowDown: { day: 1, hour: 0 },
  ArrowLeft: { day: 0, hour: -1 },
  ArrowRight: { day: 0, hour: 1 },
  Home: { day: 0, hour: -HOURS },
  End: { day: 0, hour: HOURS },
};
const FIRST: Cell = { day: 0, hour: 9 };

/** Weekday × hour in shades. One cell is in the tab order, arrow keys lead to the others; the line above says its number. */
export function HourTable({ counts, shades, colours }: HourTableProps) {
  const text = useText();
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState(FIRST);
  const wordsOf = ({ day, hour }: Cell) => {
    const weekday = text.calendar.weekdays[day] ?? "";
    return text.calendar.cell(weekday, hour, count(counts[day]?.[hour] ?? 0));
  };

  function move(event: KeyboardEvent): void {
    const by = MOVES[event.key];
    if (!by) return;
    event.preventDefault();
    const day = within(at.day + by.day, counts.length - 1);
    const hour = within(at.hour + by.hour, HOURS - 1);
    table.current?.querySelector<HTMLElement>(`[data-cell="${day}-${hour}"]`)?.focus();
  }

  return (
    <>
      <p className="hour-words" data-testid="hour-words">
        <strong>{wordsOf(at)}</strong>
      </p>
      <table ref={table} className="hour-table" aria-label={text.calendar.hours}>
        <HourHead />
        <tbody>
          {counts.map((hours, day) => (
            <tr key={text.calendar.weekdays[day]}>
              <th scope="row">{text.calendar.weekdays[day]}</th>
              {hours.map((n, hour) => (
                <HourCell
                  key={wordsOf({ day, hour })}
                  cell={`${day}-${hour}`}
                  words={wordsOf({ day, hour })}
                  colour={colours[shades.shadeOf(n) - 1]}
                  isAt={day === at.day && hour === at.hour}
                  onReach={() => setAt({ day, hour })}
                  onKey={move}
                />
              ))}
              <td className="sum number">{count(hours.reduce((sum, n) => sum + n, 0))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

type HourCellProps = {
  readonly cell: string;
  readonly words: string;
  readonly colour: string | undefined;
  readonly isAt: boolean;
  readonly onReach: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
};

function HourCell({ cell, words, colour, isAt, onReach, onKey }: HourCellProps) {
  return (
    <td>
      <button
        type="button"
        className={`hour-cell ${isAt ? "at" : ""}`}
        data-cell={cell}
        tabIndex={isAt ? 0 : -1}
        style={colour === undefined ? {} : { background: colour }}
        title={words}
        aria-label={words}
        onFocus={onReach}
        onMouseEnter={onReach}
        onKeyDown={onKey}
      />
    </td>
  );
}

/** Every sixth hour by its number. */
function HourHead() {
  return (
    <thead>
      <tr>
        <td />
        {[0, 6, 12, 18].map((hour) => (
          <th scope="col" colSpan={6} key={hour}>
            {hour}
          </th>
        ))}
        <td />
      </tr>
    </thead>
  );
}

function within(n: number, last: number): number {
  return Math.max(0, Math.min(last, n));
}
