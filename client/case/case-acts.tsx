import type { CaseAct } from "../../domain/case/case-acts.ts";
import type { CaseBody } from "../../domain/contract/cases.ts";
import { ApiError } from "../api/http.ts";
import type { PhotoMark } from "../state/shrink-photo.ts";
import { useCaseText } from "../text/case-text.ts";
import { ActForm } from "./act-form.tsx";
import { answersToRequest, offeredActs } from "./case-acts-order.ts";
import { PendingRequest } from "./pending-request.tsx";
import { type ActNews, useActForm, type WishedAct } from "./use-act-form.ts";
import { useCaseWords } from "./use-case-words.ts";

type CaseActsProps = {
  readonly file: CaseBody;
  readonly wished?: WishedAct | null;
  readonly onActed?: (after: CaseBody) => void;
  readonly mark?: PhotoMark;
};

/** What the account may do now: a button each, which opens a form of what that act needs. */
export function CaseActs({ file, wished = null, onActed, mark }: CaseActsProps) {
  const text = useCaseText().caseBlock;
  const nameOf = useActNames(file);
  const { opened, news, error, isBusy, open, close, take } = useActForm(file, wished, onActed);
  const offered = offeredActs(file);
  const answers = answersToRequest(file);
  const chosen = file.allowed.find(({ act }) => act === opened);
  const isAnswer = answers.some(({ act }) => act === opened);
  const form = chosen && (
    <ActForm
      key={chosen.act}
      file={file}
      offered={chosen}
      title={nameOf(chosen.act)}
      isBusy={isBusy}
      onTake={(act) => void take(act)}
      onClose={close}
      {...(mark && { mark })}
    />
  );
  return (
    <section className="case-acts" aria-label={text.acts.title}>
      {file.pendingRequest && (
        <PendingRequest
          request={file.pendingRequest}
          answers={answers}
          opened={opened}
          onOpen={open}
        />
      )}
      {isAnswer && form}
      {offered.length > 0 && (
        <div className="case-buttons" data-testid="case-acts">
          {offered.map(({ act, isPrimary }) => (
            <button
              type="button"
              key={act}
              className={isPrimary ? "button primary" : "button"}
              aria-expanded={opened === act}
              onClick={() => open(act)}
            >
              {nameOf(act)}
            </button>
          ))}
        </div>
      )}
      {file.allowed.length === 0 && <p className="muted">{text.acts.none}</p>}
      {!isAnswer && form}
      <Said news={news} error={error} />
    </section>
  );
}

type SaidProps = { readonly news: ActNews | null; readonly error: Error | null };

/** A refusal as the server says it; that an act was taken, or why its form went. */
function Said({ news, error }: SaidProps) {
  const text = useCaseText().caseBlock;
  const words = useCaseWords();
  const isStale = error instanceof ApiError && error.reason === "stale-version";
  return (
    <>
      <p className="case-refused" role="alert">
        {error && (isStale ? text.stale : error.message)}
        {!error && news?.kind === "overtaken" && text.stale}
      </p>
      <p className="case-done" role="status">
        {news?.kind === "done" && text.done(words.acts[news.act])}
        {news?.kind === "in-vain" && text.notNow(words.acts[news.act])}
      </p>
    </>
  );
}

/** 改派 where a unit has it already, 代单位反馈 where the office acts for the unit. */
function useActNames({ state, allowed }: CaseBody): (act: CaseAct) => string {
  const special = useCaseText().caseBlock.acts;
  const { acts } = useCaseWords();
  return (act) => {
    if (act === "dispatch" && state === "dispatched") return special.again;
    const needs = allowed.find((each) => each.act === act)?.needs ?? [];
    return act === "rectify" && needs.includes("reason") ? special.inPlace : acts[act];
  };
}
