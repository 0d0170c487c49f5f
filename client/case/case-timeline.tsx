import type { CaseBody, CaseStepBody } from "../../domain/contract/cases.ts";
import { useCaseText } from "../text/case-text.ts";
import { useCaseCity } from "./case-city.ts";
import { ReportLink } from "./report-link.tsx";
import { useCaseWords } from "./use-case-words.ts";

/** Every step: what, when, by whom, why, with its pictures. Oldest first, as it is read. */
export function CaseTimeline({ file: { steps } }: { readonly file: CaseBody }) {
  const text = useCaseText().caseBlock.steps;
  return (
    <section className="case-part">
      <h4>{text.title}</h4>
      {steps.length === 0 ? (
        <p className="muted">{text.none}</p>
      ) : (
        <ol className="case-steps" data-testid="case-steps">
          {steps.map((step) => (
            <Step key={step.id} step={step} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Step({ step }: { readonly step: CaseStepBody }) {
  const text = useCaseText().caseBlock;
  const words = useCaseWords();
  const { format } = useCaseCity();
  const { act, at, actorName, actorUnit, unit, reason, note, outcome, photos } = step;
  const isAgain = act === "dispatch" && step.from === "dispatched";
  const isDeadlineGiven = act === "dispatch" || act === "grant-extension" || act === "resume";
  const facts = [
    unit && text.steps.to(unit.name),
    isDeadlineGiven && step.dueAt && text.steps.due(format.minute(step.dueAt)),
    act.startsWith("request-") &&
      step.requestedUntil &&
      text.steps.asked(format.minute(step.requestedUntil)),
    step.visitAt && text.steps.visitAt(format.minute(step.visitAt)),
    outcome && words.outcomes[outcome],
  ].filter(Boolean);
  return (
    <li>
      <p>
        <strong>{isAgain ? text.acts.again : words.acts[act]}</strong>{" "}
        <time className="number muted" dateTime={at}>
          {format.minute(at)}
        </time>{" "}
        <span className="muted">
          {[...new Set([actorName, actorUnit?.name ?? actorName])].join(" · ")}
        </span>
      </p>
      {facts.length > 0 && <p>{facts.join(" · ")}</p>}
      {step.mergedInto !== null && (
        <p>
          <ReportLink id={step.mergedInto} label={text.mergedInto(step.mergedInto)} />
        </p>
      )}
      {reason && <p>{text.steps.reason(reason)}</p>}
      {note && <p>{note}</p>}
      {photos.length > 0 && (
        <p className="case-photos">
          {photos.map(({ file }) => (
            <a key={file} href={photoUrl(file)} target="_blank" rel="noreferrer">
              <img src={`${photoUrl(file)}?size=small`} alt={text.photo} loading="lazy" />
            </a>
          ))}
        </p>
      )}
    </li>
  );
}

function photoUrl(file: string): string {
  return `/api/photos/${encodeURIComponent(file)}`;
}
