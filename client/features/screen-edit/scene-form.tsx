import { type Scene, sceneLayers, scenePanels } from "../../../domain/screen/scene.ts";
import { useScreenEditText } from "../../text/screen-edit-text.ts";
import { CameraFields } from "./camera-fields.tsx";
import { moved, toggled, withScene } from "./draft-plan.ts";
import { FilterFields } from "./filter-fields.tsx";
import { NumberField } from "./number-field.tsx";
import type { PlanProps } from "./plan-editor.tsx";

export type SceneFieldsProps = {
  readonly scene: Scene;
  readonly onScene: (change: Partial<Scene>) => void;
};

/** Everything of one scene. */
export function SceneForm({ plan, scene, onChange }: PlanProps & { readonly scene: Scene }) {
  const text = useScreenEditText().screenEdit;
  const onScene = (change: Partial<Scene>) => onChange(withScene(plan, scene.id, change));
  return (
    <section className="screens-form" aria-label={scene.name}>
      <h2>{text.kinds[scene.kind]}</h2>
      <label>
        {text.fields.name}
        <input
          value={scene.name}
          maxLength={40}
          onChange={({ target }) => onScene({ name: target.value })}
        />
      </label>
      <NumberField
        label={text.fields.duration}
        value={scene.durationS}
        min={2}
        max={3600}
        onChange={(durationS) => onScene({ durationS })}
      />
      <CameraFields scene={scene} onScene={onScene} />
      <LayerFields scene={scene} onScene={onScene} />
      <PanelFields scene={scene} onScene={onScene} />
      <FilterFields scene={scene} onScene={onScene} />
    </section>
  );
}

function LayerFields({ scene, onScene }: SceneFieldsProps) {
  const text = useScreenEditText().screenEdit;
  return (
    <fieldset>
      <legend>{text.fields.layers}</legend>
      <div className="screens-checks">
        {sceneLayers.map((layer) => (
          <label key={layer}>
            <input
              type="checkbox"
              checked={scene.layers.includes(layer)}
              onChange={() => onScene({ layers: toggled(scene.layers, layer) })}
            />
            {text.layers[layer]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Those that are shown first, in their order. */
function PanelFields({ scene, onScene }: SceneFieldsProps) {
  const text = useScreenEditText().screenEdit;
  const { panels } = scene;
  const others = scenePanels.filter((panel) => !panels.includes(panel));
  return (
    <fieldset>
      <legend>{text.fields.panels}</legend>
      <div className="screens-checks">
        {[...panels, ...others].map((panel) => {
          const index = panels.indexOf(panel);
          return (
            <span key={panel}>
              <label>
                <input
                  type="checkbox"
                  checked={index >= 0}
                  onChange={() => onScene({ panels: toggled(panels, panel) })}
                />
                {text.panels[panel]}
              </label>
              {index > 0 && (
                <button
                  type="button"
                  aria-label={text.up(text.panels[panel])}
                  onClick={() => onScene({ panels: moved(panels, index, -1) })}
                >
                  ↑
                </button>
              )}
            </span>
          );
        })}
      </div>
    </fieldset>
  );
}
