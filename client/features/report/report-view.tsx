import type { CityManifest } from "../../../domain/contract/city.ts";
import type { Theme } from "../../app/theme.ts";
import { isSendable } from "../../state/report-queue.ts";
import type { ReportQueue } from "../../state/use-report-queue.ts";
import { QueueList } from "../../street/queue-list.tsx";
import { useReportText } from "../../text/report-text.ts";
import { useStreetText } from "../../text/street-text.ts";
import { ReportDone } from "./report-done.tsx";
import { type Reporter, ReportForm } from "./report-form.tsx";
import { SentList } from "./sent-list.tsx";
import { useReportSteps } from "./use-report-steps.ts";

type ReportViewProps = {
  readonly city: CityManifest;
  readonly theme: Theme;
  readonly reporter: Reporter;
  readonly queue: ReportQueue;
};

/** The form, what became of it, and what waits. */
export function ReportView({ city, theme, reporter, queue }: ReportViewProps) {
  const steps = useReportSteps(city, reporter, queue);
  const { draft, sent, held, isOwn } = steps;
  return (
    <main className="street-main">
      <QueueList
        queue={queue}
        page="/report"
        ownerOf={(each) => (isSendable(each, reporter.account) ? null : each.account)}
        title={({ categoryName, address }) => (
          <>
            <strong>{categoryName}</strong> {address}
          </>
        )}
        photoCount={({ photos }) => photos.length}
        onEdit={steps.edit}
      />
      {sent && <ReportDone sent={sent} isOwn={isOwn} onAgain={steps.again} />}
      {held && <Held isOwn={isOwn} isSending={queue.isSending} onAgain={steps.again} />}
      {steps.at === "same" && <Same isOwn={isOwn} onAgain={steps.afresh} />}
      {steps.at === "failed" && <NotHeld />}
      {steps.isForm && (
        <ReportForm
          key={draft.clientId}
          city={city}
          theme={theme}
          reporter={reporter}
          draft={draft}
          pictures={steps.pictures}
          isSending={steps.at === "sending"}
          onChange={steps.change}
          onSame={steps.same}
          onSubmit={(photos) => void steps.submit(photos)}
        />
      )}
      <SentList queue={queue} />
    </main>
  );
}

type EndProps = { readonly isOwn: boolean; readonly onAgain: () => void };

function Held({ isOwn, isSending, onAgain }: EndProps & { readonly isSending: boolean }) {
  const text = useReportText();
  const { submitting } = useStreetText();
  return (
    <section className="street-card" data-testid="held">
      <h2 role="status">{isSending ? submitting : text.heldTitle}</h2>
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
    <section className="street-card" data-testid="same">
      <h2 role="status">{text.sameTitle}</h2>
      <p>{isOwn ? text.sameOwn : text.samePublic}</p>
      <button type="button" className="button" onClick={onAgain}>
        {isOwn ? text.anotherOwn : text.another}
      </button>
    </section>
  );
}

function NotHeld() {
  const text = useStreetText();
  return (
    <p className="street-card street-trouble" role="alert">
      {text.heldNot}
    </p>
  );
}
