import { useEffect, useState } from "react";
import type { CaseAct } from "../../domain/case/case-acts.ts";
import type { CaseActBody, CaseBody } from "../../domain/contract/cases.ts";
import { useCaseAct } from "../api/case-queries.ts";
import { ApiError } from "../api/http.ts";
import type { PhotoMark } from "../state/shrink-photo.ts";
import { useCaseText } from "../text/case-text.ts";
import { ActForm } from "./act-form.tsx";
import { answersToRequest, type OfferedAct, offeredActs } from "./case-acts-order.ts";
import { PendingRequest } from "./pending-request.tsx";
import { useCaseWords } from "./use-case-words.ts";

/** An act whose form a page wants open, by a key for instance. A new object is a new wish. */
export type WishedAct = { readonly id: string; readonly act: CaseAct };

type CaseActsProps = {
  readonly file: CaseBody;
  readonly wished?: WishedAct | null;
  readonly onActed?: (after: CaseBody) => void;
  readonly mark?: PhotoMark;
};

/** What the account may do now: a button each, which opens a form of what that act needs. */
export function CaseActs({ file, wished = null, onActed, mark }: CaseActsProps) {
  const text = useCaseText().caseBlock;
  const words = useCaseWords();
  const send = useCaseAct();
  const [opened, setOpened] = useState<CaseAct | null>(null);
  const [done, setDone] = useState<CaseAct | null>(null);
  const offered = offeredActs(file);
  const chosen = file.allowed.find(({ act }) => act === opened);
  function open(act: CaseAct): void {
    setOpened(opened === act ? null : act);
    setDone(null);
    send.reset();
  }
  const { reset } = send;
  useEffect(() => {
    if (wished?.id !== file.id) return;
    setOpened(wished.act);
    setDone(null);
    reset();
  }, [wished, file.id, reset]);
  useEffect(() => {
    if (opened !== null && !chosen && !send.isPending) setOpened(null);
  }, [opened, chosen, send.isPending]);
  const isInVain = wished?.id === file.id && !file.allowed.some(({ act }) => act === wished.act);

  async function take(act: CaseActBody): Promise<void> {
    const after = await send
      .mutateAsync({ id: file.id, version: file.version, act })
      .catch(() => null);
    if (after === null) return;
    setOpened(null);
    setDone(act.act);
    onActed?.(after);
  }
  const button = ({ act, isPrimary }: OfferedAct) => (
    <button
      type="button"
      key={act}
      className={isPrimary ? "button primary" : "button"}
      aria-expanded={opened === act}
      onClick={() => open(act)}
    >
      {nameOf(file, act, words.acts, text.acts)}
    </button>
  );
  const isAnswer = opened !== null && answersToRequest(file).some(({ act }) => act === opened);
  const form = chosen && (
    <ActForm
      key={chosen.act}
      file={file}
      offered={chosen}
      title={nameOf(file, chosen.act, words.acts, text.acts)}
      isBusy={send.isPending}
      onTake={(body) => void take(body)}
      onClose={() => setOpened(null)}
      {...(mark && { mark })}
    />
  );
  return (
    <section className="case-acts" aria-label={text.acts.title}>
      {file.pendingRequest && (
        <PendingRequest
          request={file.pendingRequest}
          answers={answersToRequest(file)}
          opened={opened}
          onOpen={open}
        />
      )}
      {isAnswer && form}
      {offered.length > 0 && (
        <div className="case-buttons" data-testid="case-acts">
          {offered.map(button)}
        </div>
      )}
      {file.allowed.length === 0 && <p className="muted">{text.acts.none}</p>}
      {!isAnswer && form}
      <p className="case-refused" role="alert">
        {send.error && (isStale(send.error) ? text.stale : send.error.message)}
      </p>
      <p className="case-done" role="status">
        {done && text.done(words.acts[done])}
        {isInVain && done === null && text.notNow(words.acts[wished.act])}
      </p>
    </section>
  );
}

function isStale(error: Error): boolean {
  return error instanceof ApiError && error.reason === "stale-version";
}

/** 改派 where a unit has it already, 代单位反馈 where the office acts for the unit. */
function nameOf(
  { state, allowed }: CaseBody,
  act: CaseAct,
  acts: Readonly<Record<CaseAct, string>>,
  special: { readonly again: string; readonly inPlace: string },
): string {
  if (act === "dispatch" && state === "dispatched") return special.again;
  const needs = allowed.find((each) => each.act === act)?.needs ?? [];
  return act === "rectify" && needs.includes("reason") ? special.inPlace : acts[act];
}
