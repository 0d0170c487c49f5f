import type { DutyMatrixBody } from "../../../../domain/contract/responsibility.ts";
import { count } from "../../../../domain/text/count.ts";
import { useResponsibilityText } from "../../../text/responsibility-text.ts";
import { chosenCount } from "./matrix-shape.ts";
import { useMatrixChoice } from "./use-matrix-choice.ts";

/** What the matrix adds up to, and what is chosen of it: the number that the list states. */
export function MatrixFoot({ matrix }: { readonly matrix: DutyMatrixBody }) {
  const { responsibility: text } = useResponsibilityText();
  const [chosen, choose] = useMatrixChoice();
  const isAny = chosen.line !== null || chosen.block !== null;
  const found = isAny ? chosenCount(matrix, chosen) : null;
  return (
    <p className="matrix-foot">
      <span>{text.matrix.all(count(matrix.total.total))}</span>
      {found && <output data-testid="chosen">{text.matrix.chosen(count(found.total))}</output>}
      {isAny && (
        <button type="button" className="link" onClick={() => choose(chosen)}>
          {text.matrix.clear}
        </button>
      )}
      {matrix.shared > 0 && (
        <span className="hint-line">{text.matrix.sharedCount(count(matrix.shared))}</span>
      )}
    </p>
  );
}
