import { useEffect, useId, useRef, useState } from "react";
import { type Datum, datums } from "../../../../domain/spatial/datum.ts";
import { count } from "../../../../domain/text/count.ts";
import { useAdsImportText } from "../../../text/ads-import-text.ts";
import { ImportFindings } from "./import-findings.tsx";
import { type AdImport, useAdImport } from "./use-ad-import.ts";
import "./import.css";

/** A table of ads is looked through first; it is written only when somebody says so. */
export function ImportPanel({ onClose }: { readonly onClose: () => void }) {
  const { adsImport: text } = useAdsImportText();
  const dialog = useRef<HTMLDialogElement>(null);
  const run = useAdImport();
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="ad-import" aria-labelledby={titleId} onClose={onClose}>
      <header>
        <h2 id={titleId}>{text.title}</h2>
        <p className="muted">{text.hint}</p>
      </header>
      <FileRow run={run} />
      <div className="ad-import-body">
        {run.error && <Failed run={run} />}
        {run.isDone && run.report ? (
          <p className="ad-import-done" role="status" data-testid="import-done">
            {run.report.isRepeated
              ? text.repeated
              : text.done(count(run.report.outcomes.added), count(run.report.outcomes.updated))}
          </p>
        ) : (
          run.report && <ImportFindings report={run.report} run={run} />
        )}
      </div>
      <footer>
        <Progress run={run} />
        <span className="grow" />
        <Acts run={run} onClose={() => dialog.current?.close()} />
      </footer>
    </dialog>
  );
}

function FileRow({ run }: { readonly run: AdImport }) {
  const { adsImport: text } = useAdsImportText();
  const [crs, setCrs] = useState<Datum>("wgs84");
  const id = useId();
  const { way } = run;
  return (
    <div className="ad-import-file">
      <span>
        <input
          id={id}
          type="file"
          accept=".csv,.xlsx,.geojson,.json,.geojsonl,.ndjson,.gz"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) run.choose(file, crs);
            // The same file may be chosen again after it was mended.
            target.value = "";
          }}
        />
        <label className="button" htmlFor={id}>
          {way ? text.otherFile : text.file}
        </label>
      </span>
      {way && <strong>{way.file.name}</strong>}
      <span className="grow" />
      <label>
        {text.crs}
        <select
          value={way?.crs ?? crs}
          disabled={run.isDone}
          onChange={({ target }) => {
            const chosen = target.value as Datum;
            setCrs(chosen);
            run.change({ crs: chosen });
          }}
        >
          {datums.map((each) => (
            <option key={each} value={each}>
              {text.datums[each]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function Progress({ run: { busy } }: { readonly run: AdImport }) {
  const { adsImport: text } = useAdsImportText();
  if (!busy) return null;
  const percent = Math.floor(busy.sent * 100);
  const words =
    percent < 100 ? text.sending(percent) : busy.at === "writing" ? text.writing : text.reading;
  return (
    <span className="ad-import-progress" role="status">
      {percent < 100 ? (
        <progress value={busy.sent} aria-label={words} />
      ) : (
        <progress aria-label={words} />
      )}
      {words}
    </span>
  );
}

function Failed({ run }: { readonly run: AdImport }) {
  const { adsImport: text } = useAdsImportText();
  const { error } = run;
  return (
    <p className="ad-import-failed" role="alert">
      {error?.message === "unreachable" ? text.unreachable : error?.message}{" "}
      <button type="button" className="link" onClick={run.retry}>
        {text.retry}
      </button>
    </p>
  );
}

type ActsProps = { readonly run: AdImport; readonly onClose: () => void };

function Acts({ run, onClose }: ActsProps) {
  const { adsImport: text } = useAdsImportText();
  const { report, busy, isDone, error } = run;
  const { added = 0, updated = 0 } = report?.outcomes ?? {};
  const isNothing = added + updated === 0 || report?.isRepeated === true;
  return (
    <>
      {busy?.at === "looking" && (
        <button type="button" className="button" onClick={run.cancel}>
          {text.cancel}
        </button>
      )}
      {isDone && (
        <button type="button" className="button" onClick={run.renew}>
          {text.another}
        </button>
      )}
      <button type="button" className="button" onClick={onClose}>
        {text.close}
      </button>
      {report && !isDone && (
        <button
          type="button"
          className="button primary"
          disabled={busy !== null || error !== null || isNothing}
          onClick={run.write}
        >
          {isNothing ? text.nothing : text.write(count(added), count(updated))}
        </button>
      )}
    </>
  );
}
