import type { CaseAct } from "../../domain/case/case-acts.ts";
import type { CaseBody } from "../../domain/contract/cases.ts";
import { useCaseText } from "../text/case-text.ts";
import { useCaseCity } from "./case-city.ts";

type PendingRequestProps = {
  readonly request: NonNullable<CaseBody["pendingRequest"]>;
  /** What the account may answer. */
  readonly answers: CaseBody["allowed"];
  readonly opened: CaseAct | null;
  readonly onOpen: (act: CaseAct) => void;
};

/** What a unit asked for, with 批准 and 不批准 for those who may answer. */
export function PendingRequest({ request, answers, opened, onOpen }: PendingRequestProps) {
  const text = useCaseText().caseBlock;
  const { format } = useCaseCity();
  const { kind, at, until, reason } = request;
  const facts = [
    text.pending.asked(format.minute(at)),
    until && text.pending.until(format.minute(until)),
  ];
  return (
    <div className="case-pending" data-testid="case-pending">
      <p>
        <strong>{text.pending[kind]}</strong>{" "}
        <span className="muted">{facts.filter(Boolean).join(" · ")}</span>
      </p>
      {reason && <p>{text.steps.reason(reason)}</p>}
      {answers.length > 0 && (
        <div className="case-buttons">
          {answers.map(({ act }) => (
            <button
              type="button"
              key={act}
              className={act.startsWith("grant") ? "button primary" : "button"}
              aria-expanded={opened === act}
              onClick={() => onOpen(act)}
            >
              {act.startsWith("grant") ? text.pending.grant : text.pending.refuse}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
