import { useEffect, useState } from "react";
import type { Step } from "../../../domain/screen/expand-scenes.ts";
import type { ScreenScope } from "./screen-scope.ts";
import { type StepView, stepViewOf } from "./step-view.ts";

/** A view that was not found for want of an answer is sought again after so long. */
const AGAIN_MS = 5000;

/**
 * Where the step looks, found once whenever its turn begins or somebody edits it; `onEmpty` where it has nothing to show.
 * Where no answer comes, or where it is that there is nothing, the map shows the city: the step may stay, and then neither
 * the place of the step before nor what it marked until now may be under its name.
 */
export function useStepView(
  step: Step | null,
  since: number,
  scope: ScreenScope,
  onEmpty: (key: string) => void,
): StepView | null {
  const [found, setFound] = useState<Found | null>(null);
  const key = step?.key;
  const asEdited = JSON.stringify([step?.camera, step?.filter]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the moment of the turn counts, later ones would move the map
  useEffect(
    () => (step ? seekView(step, scope, setFound, onEmpty) : undefined),
    [key, since, asEdited],
  );
  return found !== null && found.key === key ? found.view : null;
}

/** Where the step of a key looks. */
type Found = { readonly key: string; readonly view: StepView };

/** Seeks where a step looks until there is an answer, or until it is told to stop. */
export function seekView(
  step: Step,
  scope: ScreenScope,
  change: (next: (before: Found | null) => Found | null) => void,
  onEmpty: (key: string) => void,
): () => void {
  const { key, camera } = step;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const seek = async () => {
    const view = await stepViewOf(camera, scope).catch(() => undefined);
    if (isOver) return;
    const isAnswered = view !== undefined;
    if (!isAnswered) timer = setTimeout(seek, AGAIN_MS);
    const found: Found = { key, view: view ?? { target: { bounds: scope.city.bounds } } };
    change((before) => (isAnswered || before?.key !== key ? found : before));
    if (view === null) onEmpty(key);
  };
  void seek();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
