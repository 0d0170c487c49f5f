import { lazy, Suspense, useState } from "react";
import type { SentReport } from "../../api/report-store.ts";
import { useReportText } from "../../text/report-text.ts";

const QrCode = lazy(async () => ({ default: (await import("./qr-code.tsx")).QrCode }));

type ReportDoneProps = {
  readonly sent: SentReport;
  readonly isOwn: boolean;
  readonly onAgain: () => void;
};

/** The number and the code of a report that was taken, and ways to keep them. */
export function ReportDone({ sent, isOwn, onAgain }: ReportDoneProps) {
  const text = useReportText();
  const { number, code, trackUrl, categoryName } = sent;
  return (
    <section className="street-card report-done" data-testid="done">
      <h2 role="status">{text.doneTitle}</h2>
      <p>{isOwn ? text.doneOwn : text.donePublic}</p>
      <dl className="report-numbers">
        <div>
          <dt>{text.number}</dt>
          <dd>{number}</dd>
        </div>
        <div>
          <dt>{text.code}</dt>
          <dd>{grouped(code)}</dd>
        </div>
        <div>
          <dt>{text.category}</dt>
          <dd>{categoryName}</dd>
        </div>
      </dl>
      <figure>
        <Suspense fallback={<span className="report-qr" />}>
          <QrCode text={trackUrl} label={text.qr} />
        </Suspense>
        <figcaption className="muted">{text.qrHint}</figcaption>
      </figure>
      <p className="street-ways">
        <a className="button primary" href={pathOf(trackUrl)}>
          {text.progress}
        </a>
        <CopyButton value={trackUrl} />
        <button type="button" className="button" onClick={onAgain}>
          {isOwn ? text.anotherOwn : text.another}
        </button>
      </p>
    </section>
  );
}

function CopyButton({ value }: { readonly value: string }) {
  const text = useReportText();
  const [isCopied, setIsCopied] = useState(false);
  // Browsers have no clipboard for pages that come without TLS.
  if (!navigator.clipboard) return null;
  const copy = () => void navigator.clipboard.writeText(value).then(() => setIsCopied(true));
  return (
    <button type="button" className="button" onClick={copy}>
      {isCopied ? text.copied : text.copy}
    </button>
  );
}

/** As it is read out: ABCD EFGH. */
function grouped(code: string): string {
  return code.replace(/(.{4})(?=.)/g, "$1 ");
}

/** On this page's own host, whatever the printed address is. */
function pathOf(url: string): string {
  const { pathname, search } = new URL(url, location.origin);
  return pathname + search;
}
