import { useState } from "react";
import type { SnapshotSettings } from "../../../domain/screen/screen-plan.ts";
import { useScreenEditText } from "../../text/screen-edit-text.ts";
import { readTimes } from "./draft-plan.ts";
import { NumberField } from "./number-field.tsx";
import type { PlanProps } from "./plan-editor.tsx";
import { RateTargetFields } from "./rate-targets.tsx";
import { SnapshotTable } from "./snapshot-table.tsx";

/** How scenes turn, the tone, and when pictures are kept. */
export function TurnSettings({ plan, onChange }: PlanProps) {
  const text = useScreenEditText().screenEdit.settings;
  const { rotation } = plan;
  return (
    <div className="screens-settings">
      <NumberField
        label={text.resumeAfter}
        value={rotation.resumeAfterS}
        min={5}
        max={3600}
        onChange={(resumeAfterS) => onChange({ ...plan, rotation: { ...rotation, resumeAfterS } })}
      />
      <NumberField
        label={text.fly}
        value={rotation.flyS}
        min={5}
        max={3600}
        onChange={(flyS) => onChange({ ...plan, rotation: { ...rotation, flyS } })}
      />
      <label className="is-check">
        <input
          type="checkbox"
          checked={plan.hasSound}
          onChange={() => onChange({ ...plan, hasSound: !plan.hasSound })}
        />
        {text.sound}
      </label>
      <RateTargetFields plan={plan} onChange={onChange} />
      <SnapshotFields plan={plan} onChange={onChange} />
      <SnapshotTable scenes={plan.scenes} />
    </div>
  );
}

function SnapshotFields({ plan, onChange }: PlanProps) {
  const text = useScreenEditText().screenEdit.settings;
  const { snapshots } = plan;
  const [times, setTimes] = useState(snapshots.times.join(", "));
  const change = (given: Partial<SnapshotSettings>) =>
    onChange({ ...plan, snapshots: { ...snapshots, ...given } });
  const isBad = readTimes(times) === null;
  return (
    <>
      <label>
        {text.times}
        <input
          value={times}
          placeholder={text.timesHint}
          aria-invalid={isBad}
          onChange={({ target }) => {
            setTimes(target.value);
            const read = readTimes(target.value);
            if (read) change({ times: read });
          }}
        />
        {isBad && <small role="alert">{text.badTimes}</small>}
      </label>
      <label>
        {text.scene}
        <select
          value={snapshots.scene ?? ""}
          onChange={({ target }) => {
            const { scene: _, ...rest } = snapshots;
            const scene = target.value;
            onChange({ ...plan, snapshots: scene === "" ? rest : { ...rest, scene } });
          }}
        >
          <option value="">{text.firstScene}</option>
          {plan.scenes.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {text.size}
        <select
          value={`${snapshots.widthPx}x${snapshots.heightPx}`}
          onChange={({ target }) => {
            const [widthPx = 1920, heightPx = 1080] = target.value.split("x").map(Number);
            change({ widthPx, heightPx });
          }}
        >
          {sizesWith(snapshots).map((size) => (
            <option key={size} value={size}>
              {size.replace("x", "×")}
            </option>
          ))}
        </select>
      </label>
      <NumberField
        label={text.keep}
        value={snapshots.keep}
        min={1}
        max={400}
        isWhole
        onChange={(keep) => change({ keep })}
      />
    </>
  );
}

const usualSizes = ["1920x1080", "2560x1440", "3840x2160", "3840x1080", "7680x2160"];

function sizesWith({ widthPx, heightPx }: SnapshotSettings): string[] {
  return [...new Set([...usualSizes, `${widthPx}x${heightPx}`])];
}
