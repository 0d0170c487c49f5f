import { useQuery } from "@tanstack/react-query";
import { wallsQuery } from "../../api/accounts-queries.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useAccountsText } from "../../text/accounts-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import type { AccountTask, ListedWall } from "./account-task.ts";

type Props = { readonly onTask: (task: AccountTask) => void };

/** Walls that may show the city, without their tokens. */
export function WallsTab({ onTask }: Props) {
  const text = useAccountsText().accounts;
  const { columns } = text.walls;
  const { data, error, isPending, refetch } = useQuery(wallsQuery);
  const walls = data?.walls ?? [];
  return (
    <>
      <div className="task-tools">
        <span className="muted">{text.walls.total(walls.length)}</span>
        <span className="grow" />
        <button
          type="button"
          className="button primary"
          onClick={() => onTask({ kind: "add-wall" })}
        >
          {text.walls.add}
        </button>
      </div>
      <AsyncState
        isLoading={isPending}
        error={error}
        isEmpty={walls.length === 0}
        empty={<p className="task-empty">{text.walls.none}</p>}
        lines={4}
        onRetry={() => void refetch()}
      >
        <section className="accounts-scroller" aria-label={text.tabs.walls}>
          <table className="accounts-table">
            <thead>
              <tr>
                <th scope="col">{columns.account}</th>
                <th scope="col">{columns.start}</th>
                <th scope="col">{columns.made}</th>
                <th scope="col">{columns.used}</th>
                <th scope="col">{columns.acts}</th>
              </tr>
            </thead>
            <tbody>
              {walls.map((wall) => (
                <WallRow key={wall.id} wall={wall} onTask={onTask} />
              ))}
            </tbody>
          </table>
        </section>
      </AsyncState>
    </>
  );
}

function WallRow({ wall, onTask }: Props & { readonly wall: ListedWall }) {
  const text = useAccountsText().accounts.walls;
  const format = useCityFormat();
  const day = (instant: string) => format.date(format.instant(instant));
  return (
    <tr>
      <th scope="row">{wall.account}</th>
      <td className="number">{wall.start}…</td>
      <td>{day(wall.createdAt)}</td>
      <td>{wall.usedAt === null ? text.never : day(wall.usedAt)}</td>
      <td className="task-acts">
        <button
          type="button"
          className="link"
          onClick={() => onTask({ kind: "remove-wall", wall })}
        >
          {text.withdraw}
        </button>
      </td>
    </tr>
  );
}
