import { useEffect, useState } from "react";
import type { Step } from "../../../domain/screen/expand-scenes.ts";
import type { ScreenScope } from "./screen-scope.ts";
import { type StepView, stepViewOf } from "./step-view.ts";

/** A view that was not found for want of an answer is sought again after so long. */
const AGAIN_MS = 5000;

/**
 * Where the step looks, found once whenever its turn begins or somebody edits it; `onEmpty` where it has nothing to show.
 * Where no answer comes the map shows the city, not the place of the step before.
 */
export function useStepView(
  step: Step | null,
  since: number,
  scope: ScreenScope,
  onEmpty: (key: string) => void,
): StepView | null {
  const [found, setFound] = useState<{ readonly key: string; readonly view: StepView } | null>(
    null,
  );
  const key = step?.key;
  const asEdited = JSON.stringify([step?.camera, step?.filter]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the moment of the turn counts, later ones would move the map
  useEffect(() => {
    if (!step) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const wholeCity: StepView = { target: { bounds: scope.city.bounds } };
    const seek = async () => {
      const view = await stepViewOf(step.camera, scope).catch(() => undefined);
      if (isOver) return;
      if (view === null) return onEmpty(step.key);
      if (view === undefined) timer = setTimeout(seek, AGAIN_MS);
      const known = view ?? wholeCity;
      setFound((before) =>
        view || before?.key !== step.key ? { key: step.key, view: known } : before,
      );
    };
    void seek();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [key, since, asEdited]);
  return found !== null && found.key === key ? found.view : null;
}
