import type { ProblemFeature } from "../../../domain/contract/problems.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useRunning, useWorkbenchUrl } from "../../state/workbench-state.ts";
import { useText } from "../../text/use-text.ts";
import { StatusMark } from "../../ui/status-mark.tsx";

export const ROW_HEIGHT = 49;

type ProblemRowProps = {
  readonly id: string;
  /** Absent while its page is on its way. */
  readonly problem: ProblemFeature | undefined;
  readonly top: number;
  readonly isPicked: boolean;
  readonly isFocused: boolean;
  readonly onOpen: () => void;
};

export function ProblemRow({ id, problem, top, isPicked, isFocused, onOpen }: ProblemRowProps) {
  const format = useCityFormat();
  const style = { transform: `translateY(${top}px)`, height: ROW_HEIGHT };
  if (!problem)
    return (
      <div
        className="row waiting"
        style={style}
        role="option"
        aria-selected="false"
        id={id}
        tabIndex={-1}
      />
    );
  const { properties } = problem;
  const status = properties.isOverdue ? "overdue" : properties.status;
  const where = [properties.address, properties.zone?.name].filter(Boolean).join(" · ");
  return (
    <button
      type="button"
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isPicked}
      className={`row ${isPicked ? "picked" : ""} ${isFocused ? "focused" : ""}`}
      style={style}
      onClick={onOpen}
    >
      <StatusMark status={status} />
      <span className="what">
        <strong>{format.category(properties.category)}</strong>
        <span>{where || properties.id}</span>
      </span>
      <span className="when">
        <Deadline problem={problem} />
        <span>{format.source(properties.source)}</span>
      </span>
    </button>
  );
}

/** 超期 2 天, 剩 3 时, 11-20 办结: what its time limit says as of now. */
export function Deadline({ problem }: { readonly problem: ProblemFeature }) {
  const text = useText();
  const format = useCityFormat();
  const [url] = useWorkbenchUrl();
  const { clock } = useRunning();
  const { status, isOverdue, dueAt, closedAt, isHardDeduction } = problem.properties;
  const now = format.instant(url.asOf ?? clock.liveAt ?? "");
  if (status === "closed") return <em>{text.list.closedOn(format.day(closedAt ?? ""))}</em>;
  if (isHardDeduction || dueAt === null) return <em>{text.list.noLimit}</em>;
  const left = Date.parse(dueAt) - now;
  if (isOverdue) return <em className="overdue">{text.list.overdueBy(format.span(-left))}</em>;
  return <em>{text.list.leftFor(format.span(left))}</em>;
}
