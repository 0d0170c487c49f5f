import { type FormEvent, useState } from "react";
import type { AdPhases } from "../../../../domain/contract/ads-plans.ts";
import { count } from "../../../../domain/text/count.ts";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";
import { wan, yuanList } from "./plan-amounts.ts";
import { usePlanDesk } from "./plan-desk-state.ts";

/** Cuts the plan into phases by budgets; their sum is the plan. */
export function PhaseCard() {
  const text = useAdPlansText();
  const { phases, phasesError, budgets, cutPhases } = usePlanDesk();
  const [typed, setTyped] = useState("");
  const amounts = yuanList(typed);
  const isWrong = typed.trim() !== "" && amounts === null;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (amounts) cutPhases(amounts);
  }

  return (
    <details className="plan-phases" open={budgets !== null}>
      <summary>
        {text.phases} <small>{text.phasesHint}</small>
      </summary>
      <form onSubmit={submit}>
        <label className="plan-field">
          {text.phaseBudgets}
          <input
            inputMode="text"
            value={typed}
            placeholder="20, 30, 30"
            aria-invalid={isWrong}
            onChange={({ target }) => setTyped(target.value)}
          />
        </label>
        <button type="submit" className="button" disabled={!amounts}>
          {text.phaseCut}
        </button>
        {budgets && (
          <button type="button" className="link" onClick={() => cutPhases(null)}>
            {text.phaseClear}
          </button>
        )}
      </form>
      {(isWrong || phasesError) && (
        <p className="plan-refused" role="alert">
          {isWrong ? text.phaseWrong : phasesError?.message}
        </p>
      )}
      {phases && <PhaseTable phases={phases} />}
    </details>
  );
}

function PhaseTable({ phases: { phases } }: { readonly phases: AdPhases }) {
  const text = useAdPlansText();
  const { phaseColumns: columns } = text;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{columns.phase}</th>
          <th scope="col">{columns.budget}</th>
          <th scope="col">{columns.sites}</th>
          <th scope="col">{columns.cost}</th>
          <th scope="col">{columns.left}</th>
        </tr>
      </thead>
      <tbody>
        {phases.map(({ budget, actions, cost, shortageLeft }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a phase is its place
          <tr key={i}>
            <th scope="row">
              <span className="plan-phase-mark" aria-hidden="true">
                {i + 1}
              </span>{" "}
              {budget === null ? text.phaseRest : text.phaseOf(String(i + 1))}
            </th>
            <td>{budget === null ? "—" : text.wan(wan(budget))}</td>
            <td>{count(actions.length)}</td>
            <td>{text.wan(wan(cost))}</td>
            <td>{count(shortageLeft)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
