import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type DutyRole, dutyRoles } from "../../../../domain/duty.ts";
import { count } from "../../../../domain/text/count.ts";
import { holdersQuery } from "../../../api/responsibility-queries.ts";
import { pickedText } from "../../../state/url-state.ts";
import { useFilter, useWorkbenchUrl } from "../../../state/workbench-state.ts";
import { useResponsibilityText } from "../../../text/responsibility-text.ts";
import { AsyncState } from "../../../ui/async-state.tsx";
import { HolderTable } from "./holder-table.tsx";

/** Rows before somebody asks for all: a city has a thousand section chiefs. */
const FIRST = 40;

/** Who holds a role on the day that the page looks at, most open first. */
export function HolderSection({ role }: { readonly role: DutyRole }) {
  const { responsibility: text, roles } = useResponsibilityText();
  const [, set] = useWorkbenchUrl();
  const [isAll, setIsAll] = useState(false);
  const { data, error, isPending, refetch } = useQuery(holdersQuery(useFilter(), role));
  const holders = data?.role === role ? data.holders : undefined;
  return (
    <section>
      <header className="section-title">
        <h3>{text.holders.title}</h3>
        <select
          aria-label={text.holders.role}
          value={role}
          onChange={({ target }) => {
            const chosen = dutyRoles.find((name) => name === target.value) ?? role;
            set({ pick: pickedText({ kind: "responsibility", role: chosen }) });
          }}
        >
          {dutyRoles.map((name) => (
            <option key={name} value={name}>
              {roles[name]}
            </option>
          ))}
        </select>
      </header>
      <AsyncState
        isLoading={isPending || (!holders && !error)}
        error={error}
        isEmpty={holders?.length === 0}
        empty={text.holders.empty}
        lines={8}
        onRetry={() => void refetch()}
      >
        {holders && (
          <>
            <HolderTable holders={isAll ? holders : holders.slice(0, FIRST)} />
            {!isAll && holders.length > FIRST && (
              <button type="button" className="link" onClick={() => setIsAll(true)}>
                {text.holders.more(count(holders.length))}
              </button>
            )}
            <p className="hint-line">{text.holders.meaning}</p>
          </>
        )}
      </AsyncState>
    </section>
  );
}
