import type { HolderBody } from "../../../../domain/contract/responsibility.ts";
import { count } from "../../../../domain/text/count.ts";
import { useWorkbenchUrl } from "../../../state/workbench-state.ts";
import { useResponsibilityText } from "../../../text/responsibility-text.ts";

/** One row a person, or a unit that names none; a click filters by them, which marks their ground on the map. */
export function HolderTable({ holders }: { readonly holders: readonly HolderBody[] }) {
  const { responsibility } = useResponsibilityText();
  const { holders: text } = responsibility;
  return (
    <table className="holders">
      <thead>
        <tr>
          <th scope="col">{text.name}</th>
          <th scope="col">{text.scopes}</th>
          <th scope="col" aria-sort="descending">
            {text.open}
          </th>
          <th scope="col">{text.overdue}</th>
          <th scope="col">{text.total}</th>
          <th scope="col">{text.recurrences}</th>
        </tr>
      </thead>
      <tbody>
        {holders.map((holder) => (
          <HolderRow key={`${holder.person} ${holder.unitId}`} holder={holder} />
        ))}
      </tbody>
    </table>
  );
}

function HolderRow({ holder }: { readonly holder: HolderBody }) {
  const { responsibility } = useResponsibilityText();
  const { holders: text } = responsibility;
  const [url, set] = useWorkbenchUrl();
  const { person, unitId, unitName, scopes, open, overdue, total, recurrences } = holder;
  const name = person ?? unitName ?? unitId ?? "";
  const isChosen = person === null ? url.unit === unitId : url.person === person;
  const next = isChosen ? undefined : (person ?? unitId ?? undefined);
  return (
    <tr className={isChosen ? "chosen" : ""}>
      <th scope="row">
        <button
          type="button"
          aria-pressed={isChosen}
          title={isChosen ? text.unpick(name) : text.pick(name)}
          onClick={() => set(person === null ? { unit: next } : { person: next })}
        >
          {name}
        </button>
        {person !== null && unitName !== null && <span>{unitName}</span>}
      </th>
      <td>{count(scopes)}</td>
      <td>{count(open)}</td>
      <td className={overdue > 0 ? "overdue" : ""}>{count(overdue)}</td>
      <td>{count(total)}</td>
      <td>{count(recurrences)}</td>
    </tr>
  );
}
