import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { AccountBody } from "../../../domain/contract/accounts.ts";
import { accountsQuery } from "../../api/accounts-queries.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useRunning } from "../../state/workbench-state.ts";
import { useAccountsText } from "../../text/accounts-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import type { AccountTask } from "./account-task.ts";

type Props = { readonly own: string; readonly onTask: (task: AccountTask) => void };

/** All accounts, found by a part of what is said of them. */
export function AccountsTab({ own, onTask }: Props) {
  const all = useAccountsText();
  const text = all.accounts;
  const { city } = useRunning();
  const [typed, setTyped] = useState("");
  const { data, error, isPending, refetch } = useQuery(accountsQuery);
  const unitName = (id: string | null) => city.units.find((unit) => unit.id === id)?.name ?? id;
  const wanted = typed.trim().toLowerCase();
  const found = (data?.accounts ?? []).filter((each) =>
    [
      each.account,
      each.name,
      all.account.roles[each.role],
      each.person,
      unitName(each.unitId),
      each.signOn,
    ]
      .join("\n")
      .toLowerCase()
      .includes(wanted),
  );
  const { columns } = text;
  return (
    <>
      <div className="task-tools">
        <input
          type="search"
          aria-label={text.find}
          placeholder={text.findHint}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <span className="muted" data-testid="account-total">
          {text.total(found.length)}
        </span>
        <span className="grow" />
        <button type="button" className="button primary" onClick={() => onTask({ kind: "add" })}>
          {text.add}
        </button>
      </div>
      <AsyncState
        isLoading={isPending}
        error={error}
        isEmpty={found.length === 0}
        empty={<p className="task-empty">{text.empty}</p>}
        lines={8}
        onRetry={() => void refetch()}
      >
        <section className="accounts-scroller" aria-label={text.tabs.accounts}>
          <table className="accounts-table">
            <thead>
              <tr>
                <th scope="col">{columns.account}</th>
                <th scope="col">{columns.name}</th>
                <th scope="col">{columns.role}</th>
                <th scope="col">{columns.tied}</th>
                <th scope="col">{columns.made}</th>
                <th scope="col">{columns.acts}</th>
              </tr>
            </thead>
            <tbody>
              {found.map((account) => (
                <AccountRow
                  key={account.account}
                  account={account}
                  unitName={unitName(account.unitId)}
                  isOwn={account.account === own}
                  onTask={onTask}
                />
              ))}
            </tbody>
          </table>
        </section>
      </AsyncState>
    </>
  );
}

type RowProps = {
  readonly account: AccountBody;
  readonly unitName: string | null;
  readonly isOwn: boolean;
  readonly onTask: (task: AccountTask) => void;
};

function AccountRow({ account, unitName, isOwn, onTask }: RowProps) {
  const all = useAccountsText();
  const text = all.accounts;
  const format = useCityFormat();
  const tied = [account.person, unitName].filter((word) => word !== null).join(" · ");
  return (
    <tr>
      <th scope="row">
        {account.account} {isOwn && <span className="muted">{text.own}</span>}
      </th>
      <td>{account.name}</td>
      <td>{all.account.roles[account.role]}</td>
      <td>{tied || text.none}</td>
      <td>{format.date(format.instant(account.createdAt))}</td>
      <td className="task-acts">
        <button type="button" className="link" onClick={() => onTask({ kind: "change", account })}>
          {text.change}
        </button>
        <button
          type="button"
          className="link"
          onClick={() => onTask({ kind: "password", account })}
        >
          {text.password}
        </button>
        <button
          type="button"
          className="link"
          disabled={isOwn}
          title={isOwn ? text.removeOwn : undefined}
          onClick={() => onTask({ kind: "remove", account })}
        >
          {text.remove}
        </button>
      </td>
    </tr>
  );
}
