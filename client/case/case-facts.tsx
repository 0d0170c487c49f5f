import type { CaseBody } from "../../domain/contract/cases.ts";
import { useCaseText } from "../text/case-text.ts";
import { StatusMark } from "../ui/status-mark.tsx";
import { useCaseCity } from "./case-city.ts";
import { remainingWords } from "./remaining-words.ts";
import { useCaseWords } from "./use-case-words.ts";

/** Who holds it, by which work order, and its clock. */
export function CaseFacts({ file }: { readonly file: CaseBody }) {
  const text = useCaseText().caseBlock;
  const { unit, dutyUnit, orderNumber, isSatisfied } = file;
  return (
    <dl className="case-facts">
      <div>
        <dt>{text.unit}</dt>
        <dd>
          {unit ? <strong>{unit.name}</strong> : <span>{text.noUnit}</span>}
          {dutyUnit && dutyUnit.id !== unit?.id && (
            <span className="muted">
              {" "}
              · {text.duty} {dutyUnit.name}
            </span>
          )}
        </dd>
      </div>
      {orderNumber !== null && (
        <div>
          <dt>{text.order}</dt>
          <dd>
            <a
              href={`/api/work-orders/${encodeURIComponent(orderNumber)}/order.pdf`}
              target="_blank"
              rel="noreferrer"
              aria-label={text.orderPdf(orderNumber)}
            >
              {orderNumber}
            </a>
          </dd>
        </div>
      )}
      <div>
        <dt>{text.clock.name}</dt>
        <dd data-testid="case-clock">
          <Clock file={file} />
        </dd>
      </div>
      {isSatisfied !== null && (
        <div>
          <dt />
          <dd>{isSatisfied ? text.satisfied : text.unsatisfied}</dd>
        </div>
      )}
    </dl>
  );
}

/** 11-24 18:00 · 剩余 12.5 工作时, 计时暂停, 不计时: one line. */
function Clock({ file }: { readonly file: CaseBody }) {
  const text = useCaseText();
  const words = text.caseBlock.clock;
  const { limit: limitWords } = useCaseWords();
  const { format } = useCaseCity();
  const { deadline, dueAt, isClockStopped, isHardDeduction, limit, remainingMs, state } = file;
  if (isHardDeduction) return <span>{words.hard}</span>;
  const isOver = ["closed", "rejected", "withdrawn"].includes(state);
  const left =
    remainingMs === null || isOver ? null : remainingWords(remainingMs, file.countsWorkTime, text);
  if (deadline === null) {
    if (limit === null || isOver) return <span>{words.none}</span>;
    return <span>{words.notStarted(limitWords(limit.value, limit.unit))}</span>;
  }
  return (
    <>
      <span className="number">{format.minute(dueAt ?? deadline)}</span>
      {isClockStopped && !isOver && <span className="case-flag">{words.stopped}</span>}
      {file.isOverdue && !left && (
        <span className="case-over">
          <StatusMark status="overdue" />
          {text.statuses.overdue}
        </span>
      )}
      {left && (
        <span className={left.isOver ? "case-over" : ""}>
          {left.isOver && <StatusMark status="overdue" />}
          {left.words}
        </span>
      )}
    </>
  );
}
