import { useQuery } from "@tanstack/react-query";
import { keysQuery } from "../../api/accounts-queries.ts";
import { useAccountsText } from "../../text/accounts-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import type { AccountTask } from "./account-task.ts";

/** Keys of machines, without the keys themselves. */
export function KeysTab({ onTask }: { readonly onTask: (task: AccountTask) => void }) {
  const text = useAccountsText().accounts;
  const { data, error, isPending, refetch } = useQuery(keysQuery);
  const keys = data?.keys ?? [];
  const columns = text.keyColumns;
  return (
    <>
      <div className="task-tools">
        <span className="muted">{text.keyTotal(keys.length)}</span>
        <span className="grow" />
        <button
          type="button"
          className="button primary"
          onClick={() => onTask({ kind: "add-key" })}
        >
          {text.addKey}
        </button>
      </div>
      <AsyncState
        isLoading={isPending}
        error={error}
        isEmpty={keys.length === 0}
        empty={<p className="task-empty">{text.noKeys}</p>}
        lines={4}
        onRetry={() => void refetch()}
      >
        <section className="accounts-scroller" aria-label={text.tabs.keys}>
          <table className="accounts-table">
            <thead>
              <tr>
                <th scope="col">{columns.name}</th>
                <th scope="col">{columns.start}</th>
                <th scope="col">{columns.account}</th>
                <th scope="col">{columns.acts}</th>
              </tr>
            </thead>
            <tbody>
              {keys.map((key) => (
                <tr key={key.id}>
                  <th scope="row">{key.name}</th>
                  <td className="number">{key.start}…</td>
                  <td>{key.account}</td>
                  <td className="task-acts">
                    <button
                      type="button"
                      className="link"
                      onClick={() => onTask({ kind: "remove-key", key })}
                    >
                      {text.remove}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </AsyncState>
    </>
  );
}
