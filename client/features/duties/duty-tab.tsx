import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { dutyTableQuery } from "../../api/duty-queries.ts";
import { useDutiesUrl } from "../../state/duties-url.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useDutiesText } from "../../text/duties-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { DutyFilters } from "./duty-filters.tsx";
import { matcherOf } from "./duty-matcher.ts";
import { DutyRow } from "./duty-row.tsx";
import type { DutyTask } from "./duty-task.ts";
import { DutyTools } from "./duty-tools.tsx";
import { columnsOf, VirtualTable } from "./virtual-table.tsx";

const WIDTHS = {
  role: 92,
  holder: 190,
  scope: undefined,
  from: 100,
  to: 100,
  phone: 140,
  acts: 64,
};

/** The register: filtered, with what can be done to a row or to several. */
export function DutyTab({ onTask }: { readonly onTask: (task: DutyTask) => void }) {
  const text = useDutiesText().duties;
  const format = useCityFormat();
  const [url] = useDutiesUrl();
  const on = url.all === "1" ? "all" : url.on;
  const { data, error, isPending, refetch } = useQuery(dutyTableQuery(on));
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const duties = useMemo(
    () => (data?.features ?? []).map(({ properties }) => properties).filter(matcherOf(url)),
    [data, url],
  );
  const chosen = duties.filter(({ id }) => picked.has(id));
  const toggle = (id: string) => {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    setPicked(next);
  };
  const all = (
    <input
      type="checkbox"
      aria-label={text.columns.select}
      checked={chosen.length === duties.length}
      onChange={({ target }) =>
        setPicked(new Set(target.checked ? duties.map(({ id }) => id) : []))
      }
    />
  );
  const columns = [{ id: "select", title: all, width: 40 }, ...columnsOf(text.columns, WIDTHS)];
  return (
    <>
      <DutyFilters />
      <DutyTools total={duties.length} chosen={chosen} onTask={onTask} />
      <AsyncState
        isLoading={isPending}
        error={error}
        isEmpty={duties.length === 0}
        empty={<p className="task-empty">{text.empty}</p>}
        lines={8}
        onRetry={() => void refetch()}
      >
        <VirtualTable
          label={text.tabs.table}
          count={duties.length}
          columns={columns}
          row={(index) => {
            const duty = duties[index];
            return (
              duty && (
                <DutyRow
                  key={duty.id}
                  duty={duty}
                  format={format}
                  isPicked={picked.has(duty.id)}
                  onPick={() => toggle(duty.id)}
                  onEnd={() => onTask({ kind: "end", duty, at: undefined })}
                />
              )
            );
          }}
        />
      </AsyncState>
    </>
  );
}
