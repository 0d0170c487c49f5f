import { useState } from "react";
import type { DutyBody } from "../../../domain/contract/zones.ts";
import { handOverDuties } from "../../api/duty-commands.ts";
import { TaskFrame } from "../../shell/task-frame.tsx";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useRunning } from "../../state/workbench-state.ts";
import { useDutiesText } from "../../text/duties-text.ts";
import { ActDone, Refused } from "./act-said.tsx";
import { DayField } from "./day-field.tsx";
import { holderOf } from "./duty-task.ts";
import { HolderFields, NO_HOLDER, sentHolder } from "./holder-fields.tsx";
import { PassingProblems } from "./passing-problems.tsx";
import { ScopeWords } from "./scope-words.tsx";
import { useAct } from "./use-act.ts";

/** Duties that are named one by one. */
const NAMED = 8;

type HandOverFormProps = {
  readonly duties: readonly DutyBody[];
  readonly onClose: () => void;
};

/** 交接: several duties pass to one person or unit in one act; the answer shows what is open there. */
export function HandOverForm({ duties, onClose }: HandOverFormProps) {
  const text = useDutiesText().duties;
  const { city } = useRunning();
  const format = useCityFormat();
  const [holder, setHolder] = useState(NO_HOLDER);
  const [at, setAt] = useState(format.date(format.instant(city.now)));
  const [reason, setReason] = useState("");
  const act = useAct(handOverDuties);
  const isHeld = holder.person.trim() !== "" || holder.unitId !== "";
  const successor = holder.person.trim() || format.unit(holder.unitId);
  return (
    <TaskFrame title={text.handOverTitle(duties.length)} hint={text.handOverHint} onClose={onClose}>
      <ul className="passing-duties">
        {duties.slice(0, NAMED).map((duty) => (
          <li key={duty.id}>
            {holderOf(duty)} · <ScopeWords scope={duty.scope} />
          </li>
        ))}
        {duties.length > NAMED && <li>{text.andMore(duties.length - NAMED)}</li>}
      </ul>
      {act.done ? (
        <>
          <ActDone act={act.done} sentence={text.done.handOver(duties.length, successor)} />
          <PassingProblems act={act.done} />
        </>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const ids = duties.map(({ id }) => id);
            const why = reason.trim() !== "" && { reason };
            void act.run({ duties: ids, at, ...sentHolder(holder), ...why });
          }}
        >
          <HolderFields holder={holder} onChange={setHolder} />
          <div className="day-label">
            {text.form.at}
            <DayField label={text.form.at} value={at} onChange={setAt} />
          </div>
          <label>
            {text.form.reason}
            <input
              maxLength={500}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          </label>
          <Refused error={act.error} />
          <button type="submit" className="button primary" disabled={!isHeld || act.isBusy}>
            {act.isBusy ? text.form.saving : text.handOver}
          </button>
        </form>
      )}
    </TaskFrame>
  );
}
