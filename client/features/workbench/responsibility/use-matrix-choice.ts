import { useWorkbenchUrl } from "../../../state/workbench-state.ts";
import { type MatrixChoice, toggledChoice } from "./matrix-shape.ts";

/** The line and block of the address, and what a click on others does. */
export function useMatrixChoice(): readonly [MatrixChoice, (clicked: MatrixChoice) => void] {
  const [url, set] = useWorkbenchUrl();
  const chosen = { line: url.line ?? null, block: url.block ?? null };
  return [chosen, (clicked) => set(toggledChoice(chosen, clicked))];
}
