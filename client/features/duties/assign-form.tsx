import { useState } from "react";
import { type DutyRole, dutyRoles } from "../../../domain/duty.ts";
import { assignDuty } from "../../api/duty-commands.ts";
import { TaskFrame } from "../../shell/task-frame.tsx";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useRunning } from "../../state/workbench-state.ts";
import { useDutiesText } from "../../text/duties-text.ts";
import { ActDone, Refused } from "./act-said.tsx";
import { DayField } from "./day-field.tsx";
import type { GivenDuty } from "./duty-task.ts";
import { HolderFields, NO_HOLDER, sentHolder } from "./holder-fields.tsx";
import { ScopeField } from "./scope-field.tsx";
import { useAct } from "./use-act.ts";

type AssignFormProps = { readonly given: Partial<GivenDuty>; readonly onClose: () => void };

/** 任命: who answers for what from a day on. */
export function AssignForm({ given, onClose }: AssignFormProps) {
  const text = useDutiesText();
  const { form } = text.duties;
  const { city } = useRunning();
  const format = useCityFormat();
  const today = format.date(format.instant(city.now));
  const [role, setRole] = useState<DutyRole>(given.role ?? "zone-lead");
  const [scope, setScope] = useState(given.scope ?? null);
  const [holder, setHolder] = useState(NO_HOLDER);
  const [from, setFrom] = useState(given.from ?? today);
  const [to, setTo] = useState(given.to ?? "");
  const act = useAct(assignDuty);
  const isHeld = holder.person.trim() !== "" || holder.unitId !== "";
  const lacking = scope === null ? form.pickScope : isHeld ? null : form.pickHolder;
  return (
    <TaskFrame title={text.duties.assign} onClose={onClose}>
      {act.done ? (
        <ActDone act={act.done} sentence={text.duties.done.assign} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (scope === null) return;
            const { type, id } = scope;
            const also = given.also ? { type: given.also.type, id: given.also.id } : null;
            const dates = { from, to: to || null };
            void act.run({ role, scope: { type, id }, also, ...sentHolder(holder), ...dates });
          }}
        >
          <label>
            {form.role}
            <select
              value={role}
              onChange={({ target }) =>
                setRole(dutyRoles.find((each) => each === target.value) ?? role)
              }
            >
              {dutyRoles.map((each) => (
                <option key={each} value={each}>
                  {text.roles[each]}
                </option>
              ))}
            </select>
          </label>
          <ScopeField scope={scope} onChange={setScope} />
          {given.also && (
            <p className="muted">{text.duties.within(given.also.name ?? given.also.id)}</p>
          )}
          <HolderFields holder={holder} onChange={setHolder} />
          <div className="day-label">
            {form.from}
            <DayField label={form.from} value={from} onChange={setFrom} />
          </div>
          <div className="day-label">
            {form.to}
            <DayField isOptional label={form.to} value={to} onChange={setTo} />
          </div>
          <Refused error={act.error} />
          {lacking && <p className="muted">{lacking}</p>}
          <button
            type="submit"
            className="button primary"
            disabled={lacking !== null || act.isBusy}
          >
            {act.isBusy ? form.saving : form.save}
          </button>
        </form>
      )}
    </TaskFrame>
  );
}
