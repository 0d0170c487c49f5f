import type { DutyDefectBody } from "../../../domain/contract/duty-defects.ts";
import { useDutiesText } from "../../text/duties-text.ts";
import { DefectActs } from "./defect-acts.tsx";
import { DefectWords } from "./defect-words.tsx";
import type { DutyTask } from "./duty-task.ts";
import { useDefectFacts } from "./use-defect-facts.ts";

type DefectRowProps = {
  readonly defect: DutyDefectBody;
  readonly isPicked: boolean;
  readonly onTask: (task: DutyTask) => void;
};

export function DefectRow({ defect, isPicked, onTask }: DefectRowProps) {
  const { kinds } = useDutiesText().duties.defects;
  const facts = useDefectFacts(defect);
  return (
    <tr aria-selected={isPicked}>
      <td>{kinds[defect.kind]}</td>
      <td>
        <DefectWords defect={defect} />
      </td>
      <td>{facts}</td>
      <td className="task-acts">
        <DefectActs defect={defect} onTask={onTask} />
      </td>
    </tr>
  );
}
