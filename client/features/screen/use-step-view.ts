import { useEffect, useState } from "react";
import type { Step } from "../../../domain/screen/expand-scenes.ts";
import type { ScreenScope } from "./screen-scope.ts";
import { type StepView, stepViewOf } from "./step-view.ts";

/** Where the step looks, found once when its turn comes; `onEmpty` where it has nothing to show. */
export function useStepView(
  step: Step | null,
  scope: ScreenScope,
  onEmpty: (key: string) => void,
): StepView | null {
  const [found, setFound] = useState<{ readonly key: string; readonly view: StepView } | null>(
    null,
  );
  const key = step?.key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the moment of the turn counts, later ones would move the map
  useEffect(() => {
    if (!step) return;
    let isOver = false;
    void stepViewOf(step.camera, scope).then(
      (view) => {
        if (isOver) return;
        if (view) setFound({ key: step.key, view });
        else onEmpty(step.key);
      },
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [key]);
  return found !== null && found.key === key ? found.view : null;
}
