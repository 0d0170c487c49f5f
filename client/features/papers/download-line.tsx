import type { Download } from "../../shell/use-download.ts";
import { usePapersText } from "../../text/papers-text.ts";

/** How far a download is, and what came of it. */
export function DownloadLine({
  download,
  onCancel,
}: {
  readonly download: Download;
  readonly onCancel: () => void;
}) {
  const text = usePapersText().papers;
  return (
    <p className="paper-download" role="status">
      {download.state === "working" && (
        <>
          <span className="paper-spinner" aria-hidden="true" /> {text.working(download.seconds)}{" "}
          <button type="button" className="link" onClick={onCancel}>
            {text.cancel}
          </button>
        </>
      )}
      {download.state === "saved" && text.saved(download.name, sizeWords(download.bytes))}
      {download.state === "failed" && (
        <span className="paper-failed">{text.failed(download.why)}</span>
      )}
    </p>
  );
}

function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
