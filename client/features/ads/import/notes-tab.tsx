import { count } from "../../../../domain/text/count.ts";
import { useAdsImportText } from "../../../text/ads-import-text.ts";
import type { FindingsProps } from "./import-findings.tsx";

/** What was odd about the file: where, what, what was done about it, what to do. */
export function NotesTab({ report: { notes, noteCounts } }: FindingsProps) {
  const text = useAdsImportText().adsImport.notes;
  if (notes.length === 0) return <p className="muted">{text.none}</p>;
  const all = noteCounts.error + noteCounts.warning + noteCounts.info;
  return (
    <>
      {all > notes.length && <p className="muted">{text.shown(count(notes.length), count(all))}</p>}
      <ul className="ad-import-notes">
        {notes.map(({ severity, row, code, field, message }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes but as a whole
          <li key={`${row} ${code} ${field} ${i}`} className={`is-${severity}`}>
            <span className="ad-import-severity">{text.severities[severity]}</span>
            {row !== null && <strong>{text.row(row)}</strong>} {message}
          </li>
        ))}
      </ul>
    </>
  );
}
