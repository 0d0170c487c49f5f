import { useState } from "react";
import type { DutyImport } from "../../../domain/contract/duty-import.ts";
import { count } from "../../../domain/text/count.ts";
import { importDuties, undoDutyAct } from "../../api/duty-commands.ts";
import { apiUrl } from "../../api/http.ts";
import { TaskFrame } from "../../shell/task-frame.tsx";
import { useDutiesText } from "../../text/duties-text.ts";
import { Refused } from "./act-said.tsx";
import { holderOf } from "./duty-task.ts";
import { ScopeWords } from "./scope-words.tsx";
import { useAct } from "./use-act.ts";

/** A table is looked through first; it is written only when it has no error at all. */
export function ImportPanel({ onClose }: { readonly onClose: () => void }) {
  const text = useDutiesText().duties;
  const words = text.importing;
  const [file, setFile] = useState<File | null>(null);
  const preview = useAct((chosen: File) => importDuties(chosen, true));
  const write = useAct((chosen: File) => importDuties(chosen, false));
  const undo = useAct(undoDutyAct);
  const found = preview.isBusy || preview.error ? null : preview.done;
  const changes = (found?.added ?? 0) + (found?.changed ?? 0);
  const revision = write.done?.revision ?? null;
  return (
    <TaskFrame title={words.title} hint={words.hint} onClose={onClose}>
      <p className="template-links">
        <a href={apiUrl("duties/table.xlsx", { template: "1" })}>{text.templateXlsx}</a>
        <a href={apiUrl("duties/table.csv", { template: "1" })}>{text.templateCsv}</a>
      </p>
      {write.done ? (
        <p className="task-done" role="status">
          {undo.done ? text.done.undone : words.written(write.done.added + write.done.changed)}
          {revision !== null && !undo.done && (
            <button type="button" className="link" onClick={() => void undo.run(revision)}>
              {text.done.undo}
            </button>
          )}
        </p>
      ) : (
        <>
          <label>
            {words.file}
            <input
              type="file"
              accept=".xlsx,.csv"
              onChange={({ target }) => {
                const chosen = target.files?.[0] ?? null;
                setFile(chosen);
                if (chosen) void preview.run(chosen);
              }}
            />
          </label>
          {preview.isBusy && <p role="status">{words.reading}</p>}
          {found && <ImportPreview found={found} />}
          {found && found.errorCount === 0 && changes === 0 && <p>{words.nothing}</p>}
          {found && found.errorCount === 0 && changes > 0 && (
            <button
              type="button"
              className="button primary"
              disabled={write.isBusy}
              onClick={() => file && void write.run(file)}
            >
              {write.isBusy ? text.form.saving : `${words.write} ${count(changes)}`}
            </button>
          )}
        </>
      )}
      <Refused error={preview.error ?? write.error ?? undo.error} />
    </TaskFrame>
  );
}

function ImportPreview({ found }: { readonly found: DutyImport }) {
  const text = useDutiesText().duties;
  const words = text.importing;
  const { errors, errorCount } = found;
  const sums = ["added", "changed", "unchanged"] as const;
  return (
    <div data-testid="preview">
      <dl className="import-sums">
        {sums.map((name) => (
          <div key={name}>
            <dt>{words[name]}</dt>
            <dd>{count(found[name])}</dd>
          </div>
        ))}
        <div className={errorCount > 0 ? "defect" : ""}>
          <dt>{words.errors}</dt>
          <dd>{count(errorCount)}</dd>
        </div>
      </dl>
      {errorCount > errors.length && (
        <p className="muted">{words.errorsShown(count(errorCount), count(errors.length))}</p>
      )}
      <ul className="import-errors">
        {errors.map(({ row, column, message }) => (
          <li key={`${row} ${column} ${message}`}>{message}</li>
        ))}
      </ul>
      <ul className="import-changes">
        {found.changes.map(({ row, duty, before }) => (
          <li key={row}>
            <span className="muted">{words.row(row)}</span> {holderOf(duty)} ·{" "}
            <ScopeWords scope={duty.scope} also={duty.also} />{" "}
            <span className="muted">{before ? words.was(holderOf(before)) : words.fresh}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
