import { Link } from "@tanstack/react-router";
import type { QueuedReport } from "../../api/report-store.ts";
import { isSendable } from "../../state/report-queue.ts";
import type { ReportQueue } from "../../state/use-report-queue.ts";
import { useReportText } from "../../text/report-text.ts";

type QueueListProps = {
  readonly queue: ReportQueue;
  readonly account: string | null;
  /** Puts one that was refused back into the form; it stays here until it is sent again. */
  readonly onEdit: (report: QueuedReport) => void;
};

/** What waits on this phone, and why. */
export function QueueList({ queue, account, onEdit }: QueueListProps) {
  const text = useReportText();
  const { queued, pause, isSending } = queue;
  if (!queued || queued.length === 0) return null;
  return (
    <section className="report-card report-queue" data-testid="queue">
      <h2>{text.queue(queued.length)}</h2>
      <p role="status">
        {isSending ? text.queueSending : pause !== null && text.queuePause[pause]}{" "}
        {pause === "signed-out" && (
          <Link to="/sign-in" search={{ to: "/report" }}>
            {text.signIn}
          </Link>
        )}
      </p>
      <ul>
        {queued.map((report) => (
          <QueuedItem
            key={report.clientId}
            report={report}
            queue={queue}
            isOthers={!isSendable(report, account)}
            onEdit={() => onEdit(report)}
          />
        ))}
      </ul>
    </section>
  );
}

type ItemProps = {
  readonly report: QueuedReport;
  readonly queue: ReportQueue;
  readonly isOthers: boolean;
  readonly onEdit: () => void;
};

function QueuedItem({ report, queue, isOthers, onEdit }: ItemProps) {
  const text = useReportText();
  const { refusal, photos, categoryName, account, clientId } = report;
  return (
    <li>
      <p>
        <strong>{categoryName}</strong> {report.address}{" "}
        {photos.length > 0 && <span className="muted">{text.queuePhotos(photos.length)}</span>}
      </p>
      {isOthers && <p className="muted">{text.queueOther(account ?? "")}</p>}
      {refusal !== null && <p className="report-trouble">{text.queueRefused(refusal)}</p>}
      {!queue.isSending && (
        <p className="report-ways">
          {refusal !== null && (
            <>
              <button type="button" className="button" onClick={() => queue.retry(report)}>
                {text.retry}
              </button>
              {!isOthers && (
                <button type="button" className="button" onClick={onEdit}>
                  {text.edit}
                </button>
              )}
            </>
          )}
          <button
            type="button"
            className="link"
            onClick={() => confirm(text.dropSure) && queue.drop(clientId)}
          >
            {text.drop}
          </button>
        </p>
      )}
    </li>
  );
}

/** Numbers of what this phone sent. */
export function SentList({ queue }: { readonly queue: ReportQueue }) {
  const text = useReportText();
  if (queue.sent.length === 0) return null;
  return (
    <section className="report-sent" data-testid="sent">
      <h2>{text.sent}</h2>
      <ul>
        {queue.sent.map(({ number, code, categoryName }) => (
          <li key={number}>
            <a href={`/track/${encodeURIComponent(number)}?code=${code}`}>{number}</a>{" "}
            <span className="muted">{categoryName}</span>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="link"
        onClick={() => confirm(text.sentForgetSure) && queue.forgetSent()}
      >
        {text.sentForget}
      </button>
    </section>
  );
}
