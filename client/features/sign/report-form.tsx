import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { SignBody, SignReportMade } from "../../../domain/contract/signs.ts";
import { ApiError } from "../../api/http.ts";
import { reportAtSign, reportChoicesQuery } from "../../api/sign-queries.ts";
import { type OwnPosition, useOwnPosition } from "../../state/use-own-position.ts";
import { usePhotos } from "../../state/use-photos.ts";
import { useSignText } from "../../text/sign-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { PhotoPicker } from "../../ui/photo-picker.tsx";
import { CategoryField } from "./category-field.tsx";
import { PositionField } from "./position-field.tsx";
import { freshDraft, keepDraft, keptDraft, type ReportDraft } from "./report-draft.ts";

type Props = { readonly sign: SignBody; readonly onClose: () => void };

const LENGTH_MAX = 1000;

/** A report about what the sign stands for; what is written stays on the phone until the server has it. */
export function ReportForm({ sign, onClose }: Props) {
  const text = useSignText().sign;
  const { draft, change, renew } = useDraft(sign.id);
  const own = useOwnPosition();
  const photos = usePhotos({ to: "public" });
  const choices = useQuery(reportChoicesQuery);
  const send = useMutation({
    mutationFn: reportAtSign,
    networkMode: "always",
    retry: false,
    onSuccess: () => keepDraft(sign.id, null),
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (send.isPending || draft.category === null || photos.isBusy) return;
    send.mutate({
      ...reportOf(draft, draft.category, sign, own.position),
      photos: [...photos.files],
    });
  }
  if (send.data) {
    const again = () => {
      renew();
      photos.clear();
      send.reset();
    };
    return <ReportDone made={send.data} onAgain={again} />;
  }
  return (
    <section className="sign-form" aria-labelledby="report-title">
      <header>
        <h2 id="report-title">{text.reportTitle}</h2>
        <button type="button" className="link" onClick={onClose}>
          {text.close}
        </button>
      </header>
      <AsyncState
        isLoading={choices.isPending}
        error={choices.error}
        onRetry={() => void choices.refetch()}
      >
        <form onSubmit={submit}>
          <CategoryField
            categories={choices.data?.categories ?? []}
            code={draft.category}
            onChange={(category) => change({ category })}
          />
          <DescriptionField
            value={draft.description}
            onChange={(description) => change({ description })}
          />
          <PhotoPicker list={photos} label={text.photos} />
          <PositionField signAt={sign.position} reachM={reachOf(sign)} own={own} />
          {send.error && <NotSent error={send.error} />}
          <button
            type="submit"
            className="button primary sign-send"
            disabled={send.isPending || draft.category === null || photos.isBusy}
          >
            {send.isPending ? text.sending : send.isError ? text.resend : text.send}
          </button>
        </form>
      </AsyncState>
    </section>
  );
}

/** The draft of this sign, kept on the phone with every change. */
function useDraft(signId: string) {
  const [draft, setDraft] = useState<ReportDraft>(() => keptDraft(signId) ?? freshDraft());
  function change(part: Partial<ReportDraft>): void {
    const next = { ...draft, ...part };
    setDraft(next);
    keepDraft(signId, next);
  }
  return { draft, change, renew: () => setDraft(freshDraft()) };
}

function reportOf(
  { clientId, description }: ReportDraft,
  category: string,
  { id, facts: { type } }: SignBody,
  position: OwnPosition,
) {
  const at: [number, number] | null =
    position.state === "found" ? [position.lng, position.lat] : null;
  return { id, type, clientId, category, description: description.trim(), position: at };
}

function DescriptionField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const text = useSignText().sign;
  return (
    <label className="sign-field">
      <span className="sign-label">{text.description}</span>
      <textarea
        rows={4}
        maxLength={LENGTH_MAX}
        placeholder={text.descriptionHint}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}

type DoneProps = { readonly made: SignReportMade; readonly onAgain: () => void };

function ReportDone({ made: { id, code }, onAgain }: DoneProps) {
  const text = useSignText().sign;
  return (
    <section className="sign-form sign-done" role="status" data-testid="done">
      <h2>{text.doneTitle}</h2>
      <p className="sign-number">{text.done(id)}</p>
      <p className="sign-number">{text.doneCode(code)}</p>
      <p className="muted">{text.doneHint}</p>
      <a className="button primary" href={`/track/${encodeURIComponent(id)}?code=${code}`}>
        {text.progress}
      </a>
      <button type="button" className="button" onClick={onAgain}>
        {text.another}
      </button>
    </section>
  );
}

function NotSent({ error }: { readonly error: Error }) {
  const text = useSignText().sign;
  const status = error instanceof ApiError ? error.status : 0;
  const words = status >= 400 && status < 500 ? text.keptRefused(error.message) : text.kept;
  return (
    <p className="sign-not-sent" role="alert">
      {words}
    </p>
  );
}

function reachOf({ facts }: SignBody): number {
  return facts.type === "section" ? facts.lengthM / 2 : Math.sqrt(facts.areaM2);
}
