import { useCityFormat } from "../../state/use-city-format.ts";
import { useDeskText } from "../../text/desk-text.ts";
import { StatusMark } from "../../ui/status-mark.tsx";
import { DueWords } from "./due-words.tsx";
import type { DeskRow } from "./held-rows.ts";

export const ROW_PX = 50;

type DeskRowViewProps = {
  readonly id: string;
  /** Absent while its page is on its way. */
  readonly row: DeskRow | undefined;
  readonly top: number;
  readonly isAtHand: boolean;
  readonly isOpen: boolean;
  readonly isSelected: boolean;
  readonly onOpen: () => void;
  readonly onTick: (id: string, isRange: boolean) => void;
};

/** One case: ticked by its box, opened by a click anywhere else. */
export function DeskRowView(props: DeskRowViewProps) {
  const { id, row, top, isAtHand, isOpen, isSelected, onOpen, onTick } = props;
  const text = useDeskText();
  const format = useCityFormat();
  const style = { transform: `translateY(${top}px)`, height: ROW_PX };
  if (!row) {
    return (
      <div
        className="desk-row is-waiting"
        style={style}
        role="option"
        aria-selected="false"
        tabIndex={-1}
        id={id}
      />
    );
  }
  const { properties } = row.problem;
  const classes = [
    "desk-row",
    isOpen && "is-open",
    isAtHand && "is-at-hand",
    row.hasLeft && "has-left",
  ];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the page's keys act on the row at hand
    <div
      id={id}
      role="option"
      data-case={properties.id}
      aria-selected={isSelected}
      aria-current={isOpen}
      tabIndex={-1}
      className={classes.filter(Boolean).join(" ")}
      style={style}
      onClick={(event) => {
        const isBox =
          event.target instanceof Element && event.target.closest(".desk-tick") !== null;
        if (isBox || event.shiftKey) onTick(properties.id, event.shiftKey);
        else onOpen();
      }}
      onMouseDown={(event) => {
        // A range is drawn with Shift; the text between is not marked.
        if (event.shiftKey) event.preventDefault();
      }}
    >
      <span className="desk-tick" title={text.desk.select(properties.id)}>
        <span className="desk-box">{isSelected && <Tick />}</span>
      </span>
      <StatusMark status={properties.isOverdue ? "overdue" : properties.status} />
      <span className="desk-what">
        <strong>{format.category(properties.category)}</strong>
        <span>{properties.description || properties.id}</span>
      </span>
      <span className="desk-where">
        <span>{properties.address ?? properties.community?.name}</span>
        <span>{properties.zone?.name}</span>
      </span>
      <span className="desk-from">
        <span>
          {properties.assignedUnitId ? format.unit(properties.assignedUnitId) : text.desk.noUnit}
        </span>
        <span>
          {format.source(properties.source)} · {format.minute(properties.reportedAt)}
        </span>
      </span>
      <span className="desk-due">
        <DueWords problem={row.problem} />
        <span>{row.hasLeft ? text.desk.hasLeft : text.states[properties.state]}</span>
      </span>
    </div>
  );
}

function Tick() {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M3.5 8.4 6.6 11.4 12.4 4.8" fill="none" stroke="currentColor" strokeWidth="2.2" />
    </svg>
  );
}
