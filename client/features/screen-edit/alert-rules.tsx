import {
  type AlertKind,
  AlertRule,
  alertKinds,
  dueReports,
} from "../../../domain/screen/alert-rule.ts";
import { useScreenEditText } from "../../text/screen-edit-text.ts";
import { withRule } from "./draft-plan.ts";
import { NumberField } from "./number-field.tsx";
import type { PlanProps } from "./plan-editor.tsx";

/** Of a new rule, until somebody says another. */
const OVERDUE_LIMIT = 100;

/** What calls for attention on the walls. */
export function AlertRules({ plan, onChange }: PlanProps) {
  const text = useScreenEditText().screenEdit.alerts;
  const add = (kind: AlertKind) => {
    const taken = new Set(plan.alerts.map(({ id }) => id));
    let id: string = kind;
    for (let number = 2; taken.has(id); number++) id = `${kind}-${number}`;
    const limit = kind === "overdue-count" ? { above: OVERDUE_LIMIT } : {};
    const rule = AlertRule.parse({ id, kind, name: text.kinds[kind], ...limit });
    onChange({ ...plan, alerts: [...plan.alerts, rule] });
  };
  return (
    <div className="screens-rules">
      {plan.alerts.length === 0 && <p className="screens-empty">{text.none}</p>}
      {plan.alerts.map((rule) => (
        <RuleForm key={rule.id} rule={rule} plan={plan} onChange={onChange} />
      ))}
      <label className="screens-add">
        {text.add}
        <select value="" onChange={({ target }) => add(target.value as AlertKind)}>
          <option value="" />
          {alertKinds.map((kind) => (
            <option key={kind} value={kind}>
              {text.kinds[kind]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function RuleForm({ rule, plan, onChange }: PlanProps & { readonly rule: AlertRule }) {
  const { alerts: text, fields } = useScreenEditText().screenEdit;
  const change = (given: object) => onChange(withRule(plan, rule.id, given));
  const alerts = plan.alerts.filter(({ id }) => id !== rule.id);
  return (
    <fieldset className="screens-rule">
      <legend>{text.kinds[rule.kind]}</legend>
      <label className="is-check">
        <input type="checkbox" checked={rule.isOn} onChange={() => change({ isOn: !rule.isOn })} />
        {text.isOn}
      </label>
      <label>
        {fields.name}
        <input
          value={rule.name}
          maxLength={40}
          onChange={({ target }) => change({ name: target.value })}
        />
      </label>
      <RuleNumbers rule={rule} onRule={change} />
      <button type="button" className="button" onClick={() => onChange({ ...plan, alerts })}>
        {text.remove}
      </button>
      <p className="muted">{text.hints[rule.kind]}</p>
    </fieldset>
  );
}

type RuleNumbersProps = { readonly rule: AlertRule; readonly onRule: (change: object) => void };

function RuleNumbers({ rule, onRule }: RuleNumbersProps) {
  const text = useScreenEditText().screenEdit.alerts;
  switch (rule.kind) {
    case "overdue-count":
      return (
        <NumberField
          label={text.above}
          value={rule.above}
          min={0}
          max={1e7}
          isWhole
          onChange={(above) => onRule({ above })}
        />
      );
    case "surge":
      return (
        <>
          <NumberField
            label={text.factor}
            value={rule.factor}
            min={1.1}
            max={100}
            onChange={(factor) => onRule({ factor })}
          />
          <NumberField
            label={text.least}
            value={rule.least}
            min={2}
            max={100_000}
            isWhole
            onChange={(least) => onRule({ least })}
          />
        </>
      );
    case "deadline":
      return (
        <>
          <label>
            {text.of}
            <select value={rule.of} onChange={({ target }) => onRule({ of: target.value })}>
              {dueReports.map((of) => (
                <option key={of} value={of}>
                  {text.dueReports[of]}
                </option>
              ))}
            </select>
          </label>
          <NumberField
            label={text.withinMinutes}
            value={rule.withinMinutes}
            min={5}
            max={1440}
            isWhole
            onChange={(withinMinutes) => onRule({ withinMinutes })}
          />
        </>
      );
    case "place-intensifying":
      return null;
  }
}
