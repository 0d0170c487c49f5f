import { useState } from "react";
import type { MyPlace, MyProblem } from "../../../domain/contract/my.ts";
import { NavigateLinks } from "../../shell/navigate-links.tsx";
import type { UrgeQueue } from "../../state/use-urge-queue.ts";
import { useMyText } from "../../text/my-text.ts";
import { ClassMark } from "../../ui/class-mark.tsx";
import { Icon } from "../../ui/icon.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { MonthStrip } from "./month-strip.tsx";
import { useMyCity } from "./my-city.ts";
import { PhotoPair } from "./photo-pair.tsx";

type ProblemCardProps = {
  readonly problem: MyProblem;
  /** The recurring place that it lies at, where that is listed. */
  readonly place: MyPlace | undefined;
  readonly asOf: string;
  readonly isFirst: boolean;
  readonly queue: UrgeQueue;
};

/** A problem: closed one line of what and where; open also what can be done about it. */
export function ProblemCard({ problem, place, asOf, isFirst, queue }: ProblemCardProps) {
  const text = useMyText();
  const { format } = useMyCity();
  const [isOpen, setIsOpen] = useState(isFirst);
  const name = format.category(problem.category);
  return (
    <li className="phone-card">
      <button
        type="button"
        className="phone-head"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <StatusMark status={problem.isOverdue ? "overdue" : "open"} />
        <span className="phone-name">
          <strong>{name}</strong>
          <span>{problem.address ?? problem.description}</span>
        </span>
        <span className="phone-end">
          <DueWords problem={problem} asOf={asOf} />
          {place && (
            <span>
              <ClassMark name={place.class} /> {text.classes[place.class]}
            </span>
          )}
        </span>
        <Icon name="chevron" />
      </button>
      {isOpen && (
        <div className="phone-body">
          <PhotoPair photos={problem.photos} />
          <p>{problem.description}</p>
          <p className="my-facts">
            {format.source(problem.source)} · {text.my.reported(format.minute(problem.reportedAt))}
            {problem.unitName !== null && (
              <>
                {" "}
                · {text.my.with} {problem.unitName}
              </>
            )}
          </p>
          {place && <MonthStrip months={place.months} kind={place.class} />}
          <Actions problem={problem} queue={queue} name={name} />
        </div>
      )}
    </li>
  );
}

function DueWords({ problem, asOf }: Pick<ProblemCardProps, "problem" | "asOf">) {
  const text = useMyText();
  const { format } = useMyCity();
  if (problem.dueAt === null) return null;
  const leftMs = Date.parse(problem.dueAt) - Date.parse(asOf);
  if (problem.isOverdue) {
    return <strong className="my-overdue">{text.list.overdueBy(format.span(-leftMs))}</strong>;
  }
  return <span>{text.my.dueIn(format.span(leftMs), format.minute(problem.dueAt).slice(6))}</span>;
}

type ActionsProps = Pick<ProblemCardProps, "problem" | "queue"> & { readonly name: string };

function Actions({ problem, queue, name }: ActionsProps) {
  const text = useMyText();
  const { format } = useMyCity();
  const { id, call, urgedAt } = problem;
  const isWaiting = queue.waiting.has(id);
  const isSent = queue.sent.has(id);
  const refusal = queue.refused.get(id);
  return (
    <>
      <div className="phone-actions">
        <button
          type="button"
          className="phone-button primary"
          disabled={isWaiting || isSent}
          onClick={() => queue.urge(id)}
        >
          {isWaiting ? text.my.urgeWaiting : isSent ? text.my.urgedNow : text.my.urge}
        </button>
        {call ? (
          <a
            className="phone-button"
            href={`tel:${call.phone}`}
            aria-label={text.my.callName(text.roles[call.role], call.name)}
          >
            {text.my.call}
          </a>
        ) : (
          <span className="phone-button is-off">{text.my.noPhone}</span>
        )}
        {problem.at && (
          <NavigateLinks at={problem.at} name={problem.address ?? name} words={text.my} />
        )}
      </div>
      {call && (
        <p className="my-facts">
          {text.roles[call.role]} {call.name} {call.phone}
        </p>
      )}
      {urgedAt !== null && (
        <p className="my-facts" role="status">
          {text.my.urged(format.minute(urgedAt))}
        </p>
      )}
      {refusal !== undefined && (
        <p className="my-refused" role="alert">
          {text.my.refused(refusal)}
        </p>
      )}
    </>
  );
}
