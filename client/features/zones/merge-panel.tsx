import { useState } from "react";
import { mergeZones } from "../../../domain/zone-edit/merge-zones.ts";
import { suggestNames } from "../../../domain/zone-edit/suggest-names.ts";
import { useZonesText } from "../../text/zones-text.ts";
import { useZoneDesk } from "./zone-desk-state.ts";

/** Which zones become one, and under which id. */
export function MergePanel() {
  const text = useZonesText().zones;
  const { zones, marked, mark, act, taken, select } = useZoneDesk();
  const [keep, setKeep] = useState("");
  const chosen = zones.filter(({ id }) => marked.includes(id));
  const [first] = chosen;

  function merge(): void {
    if (!first) return;
    const kept = chosen.find(({ id }) => id === keep);
    const named = kept ?? { ...first, ...suggestNames(first, 1, taken)[0], name: first.name };
    const ids = chosen.map(({ id }) => id);
    const { id, name } = named;
    if (!act("merge", (now) => mergeZones(now, ids, { id, name }))) return;
    mark([]);
    select(id);
  }

  return (
    <>
      <p className="muted">{text.hints.merge}</p>
      <p>{text.merge.chosen(chosen.length)}</p>
      <ul className="zone-choice">
        {chosen.map(({ id, name }) => (
          <li key={id}>
            {name} <span className="zone-id">{id}</span>
          </li>
        ))}
      </ul>
      <label>
        {text.merge.keep}
        <select value={keep} onChange={({ target }) => setKeep(target.value)}>
          <option value="">{text.merge.newId}</option>
          {chosen.map(({ id, name }) => (
            <option key={id} value={id}>
              {id} {name}
            </option>
          ))}
        </select>
      </label>
      <div className="zone-walk">
        <button type="button" className="button" disabled={chosen.length < 2} onClick={merge}>
          {text.merge.apply}
        </button>
        <button
          type="button"
          className="button"
          disabled={chosen.length === 0}
          onClick={() => mark([])}
        >
          {text.merge.clear}
        </button>
      </div>
    </>
  );
}
