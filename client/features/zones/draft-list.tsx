import { useEffect, useState } from "react";
import { count } from "../../../domain/text/count.ts";
import { renameZone } from "../../../domain/zone-edit/zone-draft.ts";
import type { EditedZone } from "../../../domain/zone-edit/zone-edit.ts";
import { useZonesText } from "../../text/zones-text.ts";
import { useZoneDesk } from "./zone-desk-state.ts";

/** New zones with their names to fill in, those that are gone, and how many merely follow. */
export function DraftList() {
  const text = useZonesText().zones;
  const { draft, base, openCounts } = useZoneDesk();
  const standing = new Map(base.map((zone) => [zone.id, zone]));
  const made = draft.zones.filter(({ id, from }) => !standing.has(id) || from.length > 0);
  const following = draft.zones.length - made.length;
  return (
    <ul className="zone-changes">
      {draft.removed.map((id) => (
        <li key={id} className="gone">
          <span className="zone-tag">{text.draft.isRemoved}</span>
          {standing.get(id)?.name} <span className="zone-id">{id}</span>
          <span className="muted"> {text.draft.openNow(count(openCounts.get(id) ?? 0))}</span>
        </li>
      ))}
      {made.map((zone) => (
        <NewZone key={zone.id} zone={zone} isStanding={standing.has(zone.id)} />
      ))}
      {following > 0 && (
        <li className="muted">
          <span className="zone-tag">{text.draft.isChanged}</span>
          {text.draft.onlyVertices(following)}
        </li>
      )}
    </ul>
  );
}

type NewZoneProps = { readonly zone: EditedZone; readonly isStanding: boolean };

/** Written into the draft when the field is left, so that a step back takes the whole name. */
function NewZone({ zone, isStanding }: NewZoneProps) {
  const text = useZonesText().zones.draft;
  const { draft, put, taken, select, selected } = useZoneDesk();
  const [typed, setTyped] = useState({ id: zone.id, name: zone.name });
  useEffect(() => setTyped({ id: zone.id, name: zone.name }), [zone.id, zone.name]);
  const id = typed.id.trim();
  const name = typed.name.trim();
  const isTaken = id !== zone.id && taken.has(id);
  const wrong = id === "" || name === "" ? text.lacksName : isTaken ? text.idTaken(id) : null;

  function write(): void {
    if (wrong !== null || (id === zone.id && name === zone.name)) return;
    put(renameZone(draft, zone.id, { id, name }));
    if (selected?.id === zone.id && id !== zone.id) select(id);
  }

  return (
    <li>
      <span className="zone-tag">{text.isNew}</span>
      <input
        className="zone-id-field"
        aria-label={text.id(zone.id)}
        maxLength={100}
        readOnly={isStanding}
        value={typed.id}
        onChange={({ target }) => setTyped({ ...typed, id: target.value })}
        onBlur={write}
      />
      <input
        aria-label={text.name(zone.id)}
        maxLength={60}
        value={typed.name}
        onChange={({ target }) => setTyped({ ...typed, name: target.value })}
        onBlur={write}
      />
      {wrong && (
        <p className="defect" role="alert">
          {wrong}
        </p>
      )}
    </li>
  );
}
