import { useCallback, useEffect, useState } from "react";
import type { Step } from "../../../domain/screen/expand-scenes.ts";
import {
  type Rotation,
  type RotationEvent,
  rotate,
  startRotation,
} from "../../../domain/screen/rotation.ts";
import type { RotationSettings } from "../../../domain/screen/screen-plan.ts";

/** Steps last whole seconds. */
const TICK_MS = 500;

/** The wall's place in its scenes; time moves it on, and whoever dispatches. */
export function useRotation(
  steps: readonly Step[],
  settings: RotationSettings,
  begin: { readonly scene: string | undefined; readonly isHeld: boolean },
): readonly [rotation: Rotation, dispatch: (event: RotationEvent) => void] {
  const [rotation, setRotation] = useState(() => begun(steps, settings, begin));
  const dispatch = useCallback(
    (event: RotationEvent) =>
      setRotation((before) => rotate(before, event, performance.now(), settings)),
    [settings],
  );
  const [awaited, setAwaited] = useState(begin.scene);
  useEffect(() => {
    dispatch({ kind: "steps", steps });
    // The steps of a tour through the zones come when the zones have.
    if (awaited === undefined || !steps.some(({ scene }) => scene.id === awaited)) return;
    dispatch({ kind: "scene", scene: awaited });
    setAwaited(undefined);
  }, [dispatch, steps, awaited]);
  useEffect(() => {
    const timer = setInterval(() => dispatch({ kind: "tick" }), TICK_MS);
    return () => clearInterval(timer);
  }, [dispatch]);
  return [rotation, dispatch];
}

function begun(
  steps: readonly Step[],
  settings: RotationSettings,
  { scene, isHeld }: { readonly scene: string | undefined; readonly isHeld: boolean },
): Rotation {
  const at = performance.now();
  let rotation = startRotation(steps, at);
  if (scene !== undefined) rotation = rotate(rotation, { kind: "scene", scene }, at, settings);
  return isHeld ? rotate(rotation, { kind: "pause" }, at, settings) : rotation;
}
