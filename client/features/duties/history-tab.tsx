import { useQuery } from "@tanstack/react-query";
import type { DutyHistory } from "../../../domain/contract/duties.ts";
import { undoDutyAct } from "../../api/duty-commands.ts";
import { dutyHistoryQuery } from "../../api/duty-queries.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useDutiesText } from "../../text/duties-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { Refused } from "./act-said.tsx";
import { holderOf } from "./duty-task.ts";
import { useAct } from "./use-act.ts";
import { columnsOf, VirtualTable } from "./virtual-table.tsx";

const WIDTHS = { at: 150, action: 130, what: undefined, actor: 130, acts: 64 };
/** Holders and scopes named in one line. */
const NAMED = 3;

type Entry = DutyHistory["entries"][number];

/** Every act on the duties, newest first, each of which can be taken back. */
export function HistoryTab() {
  const text = useDutiesText();
  const words = text.duties.history;
  const format = useCityFormat();
  const { data, error, isPending, refetch } = useQuery(dutyHistoryQuery);
  const undo = useAct(undoDutyAct);
  const entries = data?.entries ?? [];
  return (
    <>
      <Refused error={undo.error} />
      <AsyncState
        isLoading={isPending}
        error={error}
        isEmpty={entries.length === 0}
        empty={<p className="task-empty">{words.empty}</p>}
        lines={8}
        onRetry={() => void refetch()}
      >
        <VirtualTable
          label={text.duties.tabs.history}
          count={entries.length}
          columns={columnsOf(words.columns, WIDTHS)}
          row={(index) => {
            const entry = entries[index];
            if (!entry) return null;
            const { revision, at, action, actor } = entry;
            const what = whatOf(entry, text);
            return (
              <tr key={revision}>
                <td className="number">{format.fullMinute(at)}</td>
                <td>{words.actions[action] ?? action}</td>
                <td title={what}>{what}</td>
                <td>{actor}</td>
                <td>
                  {action !== "zone-change" && entry.saved.length + entry.removed.length > 0 && (
                    <button
                      type="button"
                      className="link"
                      disabled={undo.isBusy}
                      onClick={() => {
                        if (window.confirm(words.confirm)) void undo.run(revision);
                      }}
                    >
                      {text.duties.done.undo}
                    </button>
                  )}
                </td>
              </tr>
            );
          }}
        />
      </AsyncState>
    </>
  );
}

/** 2 条登记：市领导 01 河东片区、… · 事由 */
function whatOf({ saved, removed, reason }: Entry, text: ReturnType<typeof useDutiesText>): string {
  const words = text.duties.history;
  const named = saved
    .slice(0, NAMED)
    .map((duty) => `${text.roles[duty.role]} ${holderOf(duty)} ${duty.scope.name ?? duty.scope.id}`)
    .join("、");
  const counts = [
    ...(saved.length > 0 ? [words.saved(saved.length)] : []),
    ...(removed.length > 0 ? [words.removed(removed.length)] : []),
  ];
  return [...counts, named, reason].filter((part) => part).join(" · ");
}
