import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import type { PublicReport } from "../../../domain/contract/public-reports.ts";
import { answerReport, progressQuery } from "../../api/report-queries.ts";
import { useTrackText } from "../../text/track-text.ts";
import { dayOf, minuteOf } from "./instant-words.ts";

type AnswerFormProps = { readonly report: PublicReport; readonly code: string };

/** Whether whoever reported is satisfied; asked once, and changed as long as it is asked at all. */
export function AnswerForm({ report, code }: AnswerFormProps) {
  const text = useTrackText();
  const [isChanging, setIsChanging] = useState(false);
  const { answer, answerUntil } = report;
  const isOpen = answerUntil !== null && Date.parse(answerUntil) > Date.now();
  if (answer !== null && !isChanging) {
    return (
      <section className="street-card track-answer" data-testid="answered">
        <h2 role="status">{text.said(answer.isSatisfied, minuteOf(answer.at))}</h2>
        <p>{text.thanks}</p>
        {isOpen && (
          <button type="button" className="link" onClick={() => setIsChanging(true)}>
            {text.change}
          </button>
        )}
      </section>
    );
  }
  if (!isOpen) return null;
  return (
    <AnswerFields
      report={report}
      code={code}
      until={answerUntil}
      onDone={() => setIsChanging(false)}
    />
  );
}

type FieldsProps = AnswerFormProps & { readonly until: string; readonly onDone: () => void };

function AnswerFields({ report: { number }, code, until, onDone }: FieldsProps) {
  const text = useTrackText();
  const id = useId();
  const client = useQueryClient();
  const [isSatisfied, setIsSatisfied] = useState<boolean | null>(null);
  const [comment, setComment] = useState("");
  const [isTried, setIsTried] = useState(false);
  const send = useMutation({
    mutationFn: (said: boolean) => answerReport(number, { code, isSatisfied: said, comment }),
    onSuccess(report) {
      client.setQueryData(progressQuery(number, code).queryKey, report);
      onDone();
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    setIsTried(true);
    if (isSatisfied !== null && !send.isPending) send.mutate(isSatisfied);
  }
  const choices = [
    [true, text.satisfied],
    [false, text.unsatisfied],
  ] as const;
  return (
    <form className="street-card track-answer" onSubmit={submit} data-testid="answer-form">
      <fieldset>
        <legend>{text.ask}</legend>
        <div className="track-choices">
          {choices.map(([value, words]) => (
            <label key={words} className={isSatisfied === value ? "is-chosen" : undefined}>
              <input
                type="radio"
                name={id}
                checked={isSatisfied === value}
                onChange={() => setIsSatisfied(value)}
              />
              {words}
            </label>
          ))}
        </div>
      </fieldset>
      <label className="street-field">
        <span>{text.comment}</span>
        <textarea
          rows={2}
          maxLength={500}
          placeholder={text.commentHint}
          value={comment}
          onChange={({ target }) => setComment(target.value)}
        />
      </label>
      <p role="alert" className="street-trouble">
        {send.error?.message ?? (isTried && isSatisfied === null && text.chosen)}
      </p>
      <button type="submit" className="button primary">
        {send.isPending ? text.sending : text.send}
      </button>
      <p className="muted">{text.askUntil(dayOf(until))}</p>
    </form>
  );
}
