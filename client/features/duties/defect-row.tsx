import { Link } from "@tanstack/react-router";
import type { DutyDefectBody } from "../../../domain/contract/duty-defects.ts";
import { useLook } from "../../shell/look.ts";
import { count } from "../../state/city-format.ts";
import { cameraText, pickedText } from "../../state/url-state.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useCan } from "../../state/viewer.ts";
import { useDutiesText } from "../../text/duties-text.ts";
import { taskOf } from "./defect-task.ts";
import { type DutyTask, holderOf } from "./duty-task.ts";
import { ScopeWords } from "./scope-words.tsx";

/** How near the map goes to a defect. */
const ZOOM = 16;

type DefectRowProps = {
  readonly defect: DutyDefectBody;
  readonly onTask: (task: DutyTask) => void;
};

export function DefectRow({ defect, onTask }: DefectRowProps) {
  const text = useDutiesText();
  const words = text.duties.defects;
  const canRegister = useCan("register");
  const format = useCityFormat();
  const { link: look } = useLook();
  const { kind, role, scope, also, others, duties, from, to, areaM2, position, fix } = defect;
  const day = (iso: string) => format.date(format.instant(iso));
  const isUnheld = kind === "zone-without-lead" || kind === "section-without-chief";
  const facts = [
    isUnheld && (from === null ? words.never : words.since(day(from))),
    !isUnheld && from !== null && words.days(day(from), to === null ? text.duties.still : day(to)),
    duties.map(holderOf).join(" → "),
    others.map(({ name }) => name).join("、"),
    areaM2 !== null && words.area(count(Math.round(areaM2))),
  ].filter((fact) => fact);
  const task = taskOf(defect, day);
  return (
    <tr>
      <td>{words.kinds[kind]}</td>
      <td>
        {role && `${text.roles[role]} · `}
        {scope && <ScopeWords scope={scope} also={also} />}
      </td>
      <td>{facts.join(" · ")}</td>
      <td className="defect-acts">
        {position && (
          <Link
            to="/"
            search={{
              ...look,
              at: cameraText({ lng: position[0], lat: position[1], zoom: ZOOM }),
              pick: pickedText({ kind: "spot", lng: position[0], lat: position[1] }),
            }}
          >
            {words.look}
          </Link>
        )}
        {canRegister && task && (
          <button type="button" className="link" onClick={() => onTask(task)}>
            {words.fixes[fix]}
          </button>
        )}
        {canRegister && fix === "edit-zone" && (
          <Link to="/zones" search={{ ...look, ...zoneToEdit(defect) }}>
            {words.fixes[fix]}
          </Link>
        )}
      </td>
    </tr>
  );
}

/** The zone whose border is to be drawn anew, and where: of a gap one that borders it. */
function zoneToEdit({ kind, scope, others, position }: DutyDefectBody) {
  const zone = kind === "zone-gap" ? (others[0] ?? scope) : (scope ?? others[0]);
  return { ...(zone && { zone: zone.id }), ...(position && { at: position.join() }) };
}
