import { useState } from "react";
import type { CityManifest } from "../../../domain/contract/city.ts";
import type { QueuedReport } from "../../api/report-store.ts";
import type { Theme } from "../../app/theme.ts";
import type { ReportQueue } from "../../state/use-report-queue.ts";
import { useReportText } from "../../text/report-text.ts";
import { QueueList, SentList } from "./queue-list.tsx";
import { rememberCategory } from "./recent-categories.ts";
import { ReportDone } from "./report-done.tsx";
import { useReportDraft } from "./report-draft.ts";
import { type Reporter, ReportForm } from "./report-form.tsx";

type ReportViewProps = {
  readonly city: CityManifest;
  readonly theme: Theme;
  readonly reporter: Reporter;
  readonly queue: ReportQueue;
};

/** `sent`: it is on the phone, and perhaps with the server. `failed`: neither. */
type Step =
  | { readonly at: "writing" | "same" | "sending" | "failed" }
  | { readonly at: "sent"; readonly clientId: string };

/** The form, what became of it, and what waits. */
export function ReportView({ city, theme, reporter, queue }: ReportViewProps) {
  const { draft, change, renew } = useReportDraft();
  const [step, setStep] = useState<Step>({ at: "writing" });
  const [pictures, setPictures] = useState<readonly Blob[]>([]);
  const text = useReportText();
  const isOwn = reporter.account !== null;
  async function submit(photos: readonly Blob[]): Promise<void> {
    setStep({ at: "sending" });
    const report = queuedOf(city, reporter, draft, photos);
    try {
      await queue.submit(report);
    } catch {
      setStep({ at: "failed" });
      return;
    }
    rememberCategory(report.category);
    setStep({ at: "sent", clientId: report.clientId });
    renew();
  }
  const again = () => {
    setPictures([]);
    setStep({ at: "writing" });
  };
  function edit(report: QueuedReport): void {
    const isWritten = draft.category !== null || `${draft.address}${draft.description}` !== "";
    if (isWritten && draft.clientId !== report.clientId && !confirm(text.editSure)) return;
    const { clientId, category, position, address, description, source, photos } = report;
    change({ clientId, category, position, accuracyM: null, address, description, source });
    setPictures(photos.map(({ blob }) => blob));
    setStep({ at: "writing" });
  }
  const isOfStep = ({ clientId }: { readonly clientId: string }) =>
    step.at === "sent" && step.clientId === clientId;
  const sent = queue.sent.find(isOfStep);
  // What was refused or deleted stands in the list above, and the form is there for the next.
  const held = sent
    ? undefined
    : queue.queued?.find((report) => isOfStep(report) && report.refusal === null);
  const isForm = step.at !== "same" && !sent && !held;
  return (
    <main className="report-main">
      <QueueList queue={queue} account={reporter.account} onEdit={edit} />
      {sent && <ReportDone sent={sent} isOwn={isOwn} onAgain={again} />}
      {held && <Held isOwn={isOwn} isSending={queue.isSending} onAgain={again} />}
      {step.at === "same" && (
        <Same
          isOwn={isOwn}
          onAgain={() => {
            renew();
            again();
          }}
        />
      )}
      {step.at === "failed" && <NotHeld />}
      {isForm && (
        <ReportForm
          key={draft.clientId}
          city={city}
          theme={theme}
          reporter={reporter}
          draft={draft}
          pictures={pictures}
          isSending={step.at === "sending"}
          onChange={change}
          onSame={() => setStep({ at: "same" })}
          onSubmit={(photos) => void submit(photos)}
        />
      )}
      <SentList queue={queue} />
    </main>
  );
}

function queuedOf(
  city: CityManifest,
  reporter: Reporter,
  draft: ReturnType<typeof useReportDraft>["draft"],
  photos: readonly Blob[],
): QueuedReport {
  const category = draft.category ?? "";
  const name = city.categories.find(({ code }) => code === category)?.name;
  return {
    clientId: draft.clientId,
    door: reporter.account === null ? "public" : "account",
    account: reporter.account,
    category,
    categoryName: name ?? category,
    position: draft.position,
    address: draft.address.trim(),
    description: draft.description.trim(),
    source: reporter.source === null ? null : (draft.source ?? reporter.source),
    photos: photos.map((blob) => ({ blob, file: null })),
    writtenAt: Date.now(),
    refusal: null,
  };
}

type EndProps = { readonly isOwn: boolean; readonly onAgain: () => void };

function Held({ isOwn, isSending, onAgain }: EndProps & { readonly isSending: boolean }) {
  const text = useReportText();
  return (
    <section className="report-card" data-testid="held">
      <h2 role="status">{isSending ? text.submitting : text.heldTitle}</h2>
      <p>{isSending ? text.heldSending : text.held}</p>
      <button type="button" className="button" onClick={onAgain}>
        {isOwn ? text.anotherOwn : text.another}
      </button>
    </section>
  );
}

function Same({ isOwn, onAgain }: EndProps) {
  const text = useReportText();
  return (
    <section className="report-card" data-testid="same">
      <h2 role="status">{text.sameTitle}</h2>
      <p>{isOwn ? text.sameOwn : text.samePublic}</p>
      <button type="button" className="button" onClick={onAgain}>
        {isOwn ? text.anotherOwn : text.another}
      </button>
    </section>
  );
}

function NotHeld() {
  const text = useReportText();
  return (
    <p className="report-card report-trouble" role="alert">
      {text.heldNot}
    </p>
  );
}
