import type { DutyBody } from "../../../domain/contract/zones.ts";
import { count } from "../../../domain/text/count.ts";
import { apiUrl } from "../../api/http.ts";
import { useCan } from "../../state/viewer.ts";
import { useDutiesText } from "../../text/duties-text.ts";
import type { DutyTask } from "./duty-task.ts";

type DutyToolsProps = {
  readonly total: number;
  readonly chosen: readonly DutyBody[];
  readonly onTask: (task: DutyTask) => void;
};

/** How many there are, and what can be done to the chosen ones and to the whole table. */
export function DutyTools({ total, chosen, onTask }: DutyToolsProps) {
  const text = useDutiesText().duties;
  const canRegister = useCan("register");
  const canExport = useCan("export");
  return (
    <div className="task-tools">
      <span data-testid="duty-total">{text.total(count(total))}</span>
      {chosen.length > 0 && <span className="muted">{text.selected(chosen.length)}</span>}
      {canRegister && (
        <>
          <button
            type="button"
            className="button"
            disabled={chosen.length === 0}
            onClick={() => onTask({ kind: "hand-over", duties: chosen })}
          >
            {text.handOver}
          </button>
          <button
            type="button"
            className="button primary"
            onClick={() => onTask({ kind: "assign", given: {} })}
          >
            {text.assign}
          </button>
        </>
      )}
      <span className="grow" />
      {canRegister && (
        <button type="button" className="button" onClick={() => onTask({ kind: "import" })}>
          {text.importTable}
        </button>
      )}
      {canExport && (
        <>
          <a href={apiUrl("duties/table.xlsx", {})}>{text.exportXlsx}</a>
          <a href={apiUrl("duties/table.csv", {})}>{text.exportCsv}</a>
        </>
      )}
    </div>
  );
}
