import { Link } from "@tanstack/react-router";
import type { DutyDefectBody } from "../../../domain/contract/duty-defects.ts";
import { useLook } from "../../shell/look.ts";
import { cameraText, pickedText } from "../../state/url-state.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useCan } from "../../state/viewer.ts";
import { useDutiesText } from "../../text/duties-text.ts";
import { taskOf } from "./defect-task.ts";
import type { DutyTask } from "./duty-task.ts";

/** How near the map goes to a defect. */
const ZOOM = 16;

type DefectActsProps = {
  readonly defect: DutyDefectBody;
  readonly onTask: (task: DutyTask) => void;
};

/** Where a defect is, and what mends it. */
export function DefectActs({ defect, onTask }: DefectActsProps) {
  const words = useDutiesText().duties.defects;
  const canRegister = useCan("register");
  const format = useCityFormat();
  const { link: look } = useLook();
  const { position, fix } = defect;
  const task = taskOf(defect, (iso) => format.date(format.instant(iso)));
  return (
    <>
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
    </>
  );
}

/** The zone whose border is to be drawn anew, and where: of a gap one that borders it. */
function zoneToEdit({ kind, scope, others, position }: DutyDefectBody) {
  const zone = kind === "zone-gap" ? (others[0] ?? scope) : (scope ?? others[0]);
  return { ...(zone && { zone: zone.id }), ...(position && { at: position.join() }) };
}
