import type { SummonsDecision } from "../../../domain/contract/recurrence.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useText } from "../../text/use-text.ts";

/** What people made of the suggestion to summon, oldest first. */
export function DecisionsTable({ decisions }: { readonly decisions: readonly SummonsDecision[] }) {
  const text = useText();
  const format = useCityFormat();
  const { sheet, summons } = text;
  return (
    <section>
      <h2>
        {sheet.decisions} <small>{summons.recordOnly}</small>
      </h2>
      {decisions.length === 0 ? (
        <p>{sheet.noDecisions}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th>{sheet.decidedAt}</th>
              <th>{sheet.decidedBy}</th>
              <th>{sheet.decision}</th>
              <th>{sheet.reason}</th>
            </tr>
          </thead>
          <tbody>
            {decisions.map(({ decidedAt, actor, decision, reason }) => (
              <tr key={decidedAt}>
                <td>{format.fullMinute(decidedAt)}</td>
                <td>{actor}</td>
                <td>{summons.states[decision]}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
