import { useState } from "react";
import type { DutyBody } from "../../../domain/contract/zones.ts";
import { endDuty } from "../../api/duty-commands.ts";
import { TaskFrame } from "../../shell/task-frame.tsx";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useRunning } from "../../state/workbench-state.ts";
import { useDutiesText } from "../../text/duties-text.ts";
import { ActDone, Refused } from "./act-said.tsx";
import { DayField } from "./day-field.tsx";
import { holderOf } from "./duty-task.ts";
import { ScopeWords } from "./scope-words.tsx";
import { useAct } from "./use-act.ts";

type EndFormProps = {
  readonly duty: DutyBody;
  /** The day to begin with; today when undefined. */
  readonly at: string | undefined;
  readonly onClose: () => void;
};

/** 免去: a duty no longer holds from a day on. */
export function EndForm({ duty, at: given, onClose }: EndFormProps) {
  const text = useDutiesText();
  const { duties } = text;
  const { city } = useRunning();
  const format = useCityFormat();
  const [at, setAt] = useState(given ?? format.date(format.instant(city.now)));
  const [reason, setReason] = useState("");
  const act = useAct(endDuty);
  return (
    <TaskFrame title={duties.endTitle(holderOf(duty))} hint={duties.endHint} onClose={onClose}>
      <p>
        {text.roles[duty.role]} · <ScopeWords scope={duty.scope} also={duty.also} />
      </p>
      {act.done ? (
        <ActDone act={act.done} sentence={duties.done.end} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void act.run(duty.id, { at, ...(reason.trim() !== "" && { reason }) });
          }}
        >
          <div className="day-label">
            {duties.form.endAt}
            <DayField label={duties.form.endAt} value={at} onChange={setAt} />
          </div>
          <label>
            {duties.form.reason}
            <input
              maxLength={500}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          </label>
          <Refused error={act.error} />
          <button type="submit" className="button primary" disabled={act.isBusy}>
            {act.isBusy ? duties.form.saving : duties.end}
          </button>
        </form>
      )}
    </TaskFrame>
  );
}
