import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { acknowledgeAlert, alertsQuery } from "../../api/steer-queries.ts";
import { useRemoteText } from "../../text/remote-text.ts";
import { useScreenWatchText } from "../../text/screen-watch-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";

const EVERY_MS = 10_000;

/** What calls for attention on the walls, to be acknowledged from here. */
export function AlertList() {
  const text = useRemoteText().remote;
  const { alerts: words } = useScreenWatchText();
  const client = useQueryClient();
  const { data, error, isPending, refetch } = useQuery({
    ...alertsQuery,
    refetchInterval: EVERY_MS,
  });
  const {
    mutate,
    isPending: isSending,
    isError,
  } = useMutation({
    mutationFn: acknowledgeAlert,
    networkMode: "always",
    onSettled: () => client.invalidateQueries({ queryKey: alertsQuery.queryKey }),
  });
  const open = (data?.alerts ?? []).filter(
    ({ acknowledgedAt, endedAt }) => acknowledgedAt === null && endedAt === null,
  );
  return (
    <section>
      <h2>{text.alerts}</h2>
      <AsyncState
        isLoading={isPending}
        error={data ? null : error}
        isEmpty={open.length === 0}
        empty={<p>{text.noAlerts}</p>}
        lines={2}
        onRetry={() => void refetch()}
      >
        <ul className="remote-found">
          {open.map((alert) => (
            <li key={alert.id}>
              <strong>{alert.name}</strong>
              <span>{words.sentence(alert)}</span>
              <button type="button" disabled={isSending} onClick={() => mutate(alert.id)}>
                {words.acknowledge}
              </button>
            </li>
          ))}
        </ul>
        {isError && <p role="alert">{words.failed}</p>}
      </AsyncState>
    </section>
  );
}
