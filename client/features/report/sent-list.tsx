import type { ReportQueue } from "../../state/use-report-queue.ts";
import { useReportText } from "../../text/report-text.ts";

/** Numbers of what this phone sent. */
export function SentList({ queue }: { readonly queue: ReportQueue }) {
  const text = useReportText();
  if (queue.sent.length === 0) return null;
  return (
    <section className="street-sent" data-testid="sent">
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
