import type { Position } from "geojson";
import { useEffect, useState } from "react";
import { moveVertex } from "../../../domain/zone-edit/move-vertex.ts";
import { removeVertex } from "../../../domain/zone-edit/remove-vertex.ts";
import { isSameVertex } from "../../../domain/zone-edit/vertex.ts";
import { ringsOf, type ZoneShape } from "../../../domain/zone-edit/zone-shape.ts";
import { useZonesText } from "../../text/zones-text.ts";
import { useZoneDesk } from "./zone-desk-state.ts";

/** The picked vertex: where it is, typed anew, or taken away. What the pointer does on the map, the keys do here. */
export function VertexPanel({ zone }: { readonly zone: ZoneShape }) {
  const text = useZonesText().zones;
  const { vertex, pickVertex, act } = useZoneDesk();
  const vertices = ringsOf(zone.geometry).flatMap((ring) => ring.slice(1));
  const at = vertex ? vertices.findIndex((each) => isSameVertex(each, vertex)) : -1;
  const step = (by: number) => pickVertex(vertices.at((at + by) % vertices.length) ?? null);
  const picked = vertices[at];
  return (
    <>
      <p className="muted">{text.hints.edit}</p>
      <div className="zone-walk">
        <button type="button" className="button" onClick={() => step(at < 0 ? 0 : -1)}>
          {text.vertex.previous}
        </button>
        <button type="button" className="button" onClick={() => step(1)}>
          {text.vertex.next}
        </button>
      </div>
      {picked ? (
        <fieldset className="zone-vertex" aria-label={text.vertex.title}>
          <p className="muted">{text.vertex.of(at + 1, vertices.length)}</p>
          <VertexForm
            position={picked}
            onMove={(to) => {
              if (act("edit", (zones) => moveVertex(zones, picked, to))) pickVertex(to);
            }}
            onRemove={() => {
              if (act("edit", (zones) => removeVertex(zones, picked))) pickVertex(null);
            }}
          />
        </fieldset>
      ) : (
        <p className="muted">{text.vertex.none}</p>
      )}
    </>
  );
}

type VertexFormProps = {
  readonly position: Position;
  readonly onMove: (to: Position) => void;
  readonly onRemove: () => void;
};

function VertexForm({ position, onMove, onRemove }: VertexFormProps) {
  const text = useZonesText().zones.vertex;
  const [typed, setTyped] = useState({ lng: "", lat: "" });
  const [lng = 0, lat = 0] = position;
  useEffect(() => setTyped({ lng: lng.toFixed(7), lat: lat.toFixed(7) }), [lng, lat]);
  const to = [Number(typed.lng), Number(typed.lat)];
  const isPosition = Math.abs(to[0] ?? 999) <= 180 && Math.abs(to[1] ?? 999) <= 85;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isPosition) onMove(to);
      }}
    >
      {(["lng", "lat"] as const).map((name) => (
        <label key={name}>
          {text[name]}
          <input
            inputMode="decimal"
            value={typed[name]}
            onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
          />
        </label>
      ))}
      <div className="zone-walk">
        <button type="submit" className="button" disabled={!isPosition}>
          {text.move}
        </button>
        <button type="button" className="button" onClick={onRemove}>
          {text.remove}
        </button>
      </div>
    </form>
  );
}
