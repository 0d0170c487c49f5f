import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ZoneChangeHistory } from "../../../domain/contract/zone-changes.ts";
import { undoZoneChange } from "../../api/zone-commands.ts";
import { zoneHistoryQuery } from "../../api/zone-queries.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useRunning } from "../../state/workbench-state.ts";
import { useZonesText } from "../../text/zones-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";

/** Zones named in one line. */
const NAMED = 3;

type Entry = ZoneChangeHistory["entries"][number];

/** Every change of borders, newest first; the newest can be taken back. */
export function ZoneHistory() {
  const text = useZonesText().zones;
  const words = text.history;
  const format = useCityFormat();
  const { data, error, isPending, refetch } = useQuery(zoneHistoryQuery);
  const { undo, isBusy, refusal } = useUndo();
  const entries = data?.entries ?? [];
  return (
    <div className="zone-history">
      {refusal && (
        <p className="zone-said refused" role="alert">
          {refusal.message}
        </p>
      )}
      <AsyncState
        isLoading={isPending}
        error={data ? null : error}
        isEmpty={entries.length === 0}
        empty={<p className="zone-none">{words.empty}</p>}
        lines={6}
        onRetry={() => void refetch()}
      >
        <table aria-label={text.tabs.history}>
          <thead>
            <tr>
              {Object.entries(words.columns).map(([id, title]) => (
                <th scope="col" key={id}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.revision}>
                <td className="number">{format.fullMinute(entry.at)}</td>
                <td className="number">{format.fullMinute(entry.effective).slice(0, 10)}</td>
                <td>{words.kinds[entry.kind]}</td>
                <td>{whatOf(entry, text)}</td>
                <td>{entry.actor}</td>
                <td>
                  {entry.canUndo && (
                    <button
                      type="button"
                      className="link"
                      disabled={isBusy}
                      onClick={() => {
                        if (window.confirm(words.confirm)) void undo(entry.revision);
                      }}
                    >
                      {text.undoAct}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </AsyncState>
    </div>
  );
}

function useUndo() {
  const client = useQueryClient();
  const { clock } = useRunning();
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<Error | null>(null);
  async function undo(revision: number): Promise<void> {
    setIsBusy(true);
    setRefusal(null);
    await undoZoneChange(revision).catch(setRefusal);
    setIsBusy(false);
    await client.invalidateQueries();
    clock.refresh();
  }
  return { undo, isBusy, refusal };
}

/** 青云社区 Z0101 → 青云社区A Z0101A、… 等 6 个 · 事由 */
function whatOf({ saved, removed, reason }: Entry, text: ReturnType<typeof useZonesText>["zones"]) {
  const named = (zones: Entry["saved"]) =>
    zones
      .slice(0, NAMED)
      .map(({ id, name }) => `${name} ${id}`)
      .join("、") + (zones.length > NAMED ? ` ${text.history.more(zones.length)}` : "");
  const change = [removed, saved].filter((zones) => zones.length > 0).map(named);
  return [change.join(" → "), reason].filter((part) => part).join(" · ");
}
