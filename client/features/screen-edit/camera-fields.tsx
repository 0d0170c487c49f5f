import { useQuery } from "@tanstack/react-query";
import { type SceneCamera, tourStops } from "../../../domain/screen/scene.ts";
import { zonesQuery } from "../../api/queries.ts";
import { useScreenEditText } from "../../text/screen-edit-text.ts";
import { toggled } from "./draft-plan.ts";
import type { SceneFieldsProps } from "./scene-form.tsx";

/** Where the map looks; fixed bounds stay as the file has them. */
export function CameraFields({ scene, onScene }: SceneFieldsProps) {
  const text = useScreenEditText().screenEdit;
  const zones = useQuery(zonesQuery({}, "zone")).data?.features ?? [];
  const { camera } = scene;
  if (scene.kind === "zone-tour") return <p className="muted">{text.turns}</p>;
  const kinds = ["city", "zone", "tour", ...(camera.kind === "bounds" ? ["bounds"] : [])] as const;
  const choose = (kind: string) => {
    const next: Readonly<Record<string, SceneCamera>> = {
      city: { kind: "city" },
      zone: { kind: "zone", zone: zones[0]?.properties.id ?? "" },
      tour: { kind: "tour", stops: [...tourStops] },
    };
    onScene({ camera: next[kind] ?? camera });
  };
  return (
    <>
      <label>
        {text.fields.camera}
        <select value={camera.kind} onChange={({ target }) => choose(target.value)}>
          {kinds.map((kind) => (
            <option key={kind} value={kind} disabled={kind === "zone" && zones.length === 0}>
              {text.cameras[kind as keyof typeof text.cameras]}
            </option>
          ))}
        </select>
      </label>
      {camera.kind === "zone" && (
        <label>
          {text.fields.zone}
          <select
            value={camera.zone}
            onChange={({ target }) => onScene({ camera: { kind: "zone", zone: target.value } })}
          >
            {!zones.some(({ properties }) => properties.id === camera.zone) && (
              <option value={camera.zone}>{camera.zone}</option>
            )}
            {zones.map(({ properties: { id, name } }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {camera.kind === "tour" && (
        <fieldset>
          <legend>{text.fields.stops}</legend>
          <div className="screens-checks">
            {tourStops.map((stop) => (
              <label key={stop}>
                <input
                  type="checkbox"
                  checked={camera.stops.includes(stop)}
                  disabled={camera.stops.length === 1 && camera.stops.includes(stop)}
                  onChange={() =>
                    onScene({ camera: { kind: "tour", stops: toggled(camera.stops, stop) } })
                  }
                />
                {text.stops[stop]}
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}
