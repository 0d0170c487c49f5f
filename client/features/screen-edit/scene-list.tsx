import { type SceneKind, sceneKinds } from "../../../domain/screen/scene.ts";
import { useScreenEditText } from "../../text/screen-edit-text.ts";
import { moved, withNewScene, withoutScene, withScene } from "./draft-plan.ts";
import type { PlanProps } from "./plan-editor.tsx";

type SceneListProps = PlanProps & {
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
};

/** The scenes in order, with what has its turn. */
export function SceneList({ plan, chosen, onChoose, onChange }: SceneListProps) {
  const text = useScreenEditText().screenEdit;
  const { scenes } = plan;
  const move = (index: number, by: number) =>
    onChange({ ...plan, scenes: moved(scenes, index, by) });
  return (
    <section className="screens-list" aria-label={text.scenes}>
      <h2>{text.scenes}</h2>
      <ol>
        {scenes.map(({ id, name, isOn, durationS }, index) => (
          <li key={id} aria-current={id === chosen ? "true" : undefined}>
            <input
              type="checkbox"
              aria-label={text.isOn(name)}
              checked={isOn}
              onChange={() => onChange(withScene(plan, id, { isOn: !isOn }))}
            />
            <button type="button" className="screens-name" onClick={() => onChoose(id)}>
              {name}
              <small>{text.seconds(durationS)}</small>
            </button>
            <button
              type="button"
              aria-label={text.up(name)}
              disabled={index === 0}
              onClick={() => move(index, -1)}
            >
              ↑
            </button>
            <button
              type="button"
              aria-label={text.down(name)}
              disabled={index === scenes.length - 1}
              onClick={() => move(index, 1)}
            >
              ↓
            </button>
          </li>
        ))}
      </ol>
      <div className="screens-add">
        <label>
          {text.add}
          <select
            value=""
            onChange={({ target }) => {
              const kind = target.value as SceneKind;
              onChange(withNewScene(plan, kind, text.kinds[kind]));
            }}
          >
            <option value="" />
            {sceneKinds.map((kind) => (
              <option key={kind} value={kind}>
                {text.kinds[kind]}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="button"
          disabled={scenes.length < 2 || chosen === undefined}
          onClick={() => chosen !== undefined && onChange(withoutScene(plan, chosen))}
        >
          {text.remove}
        </button>
      </div>
    </section>
  );
}
