import type { Focus } from "../../../domain/screen/rotation.ts";
import { pickedText } from "../../state/url-state.ts";
import type { StepView } from "./step-view.ts";

/** Where the map looks while somebody has a problem, or the spot of an alert, shown. */
export function focusView({ problem, at }: Focus): StepView {
  return {
    target: { at },
    ...(problem !== "" && {
      picked: pickedText({ kind: "problem", id: problem }),
      caption: problem,
    }),
  };
}
