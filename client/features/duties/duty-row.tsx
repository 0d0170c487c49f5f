import type { DutyBody } from "../../../domain/contract/zones.ts";
import type { CityFormat } from "../../state/city-format.ts";
import { useCan } from "../../state/viewer.ts";
import { useDutiesText } from "../../text/duties-text.ts";
import { holderOf } from "./duty-task.ts";
import { ScopeWords } from "./scope-words.tsx";

type DutyRowProps = {
  readonly duty: DutyBody;
  readonly format: CityFormat;
  readonly isPicked: boolean;
  readonly onPick: () => void;
  readonly onEnd: () => void;
};

export function DutyRow({ duty, format, isPicked, onPick, onEnd }: DutyRowProps) {
  const text = useDutiesText();
  const canRegister = useCan("register");
  const day = (iso: string) => format.date(format.instant(iso));
  const holder = holderOf(duty);
  return (
    <tr aria-selected={isPicked}>
      <td>
        <input
          type="checkbox"
          aria-label={`${text.duties.columns.select} ${duty.id}`}
          checked={isPicked}
          onChange={onPick}
        />
      </td>
      <td>{text.roles[duty.role]}</td>
      <td title={holder}>
        {holder}
        {duty.person !== null && duty.unitName !== null && (
          <span className="muted"> {duty.unitName}</span>
        )}
      </td>
      <td>
        <ScopeWords scope={duty.scope} also={duty.also} />
      </td>
      <td className="number">{day(duty.from)}</td>
      <td className="number">{duty.to === null ? text.duties.still : day(duty.to)}</td>
      <td className="number">{duty.phone}</td>
      <td>
        {canRegister && (
          <button type="button" className="link" onClick={onEnd}>
            {text.duties.end}
          </button>
        )}
      </td>
    </tr>
  );
}
