import { useCallback, useState } from "react";
import type { ScenePanel } from "../../../domain/screen/scene.ts";
import type { ClickEvent } from "../../map/map-pointer.ts";
import type { PlacedPanel } from "./place-panels.ts";
import type { Turn } from "./use-turn.ts";
import { useWallKeys } from "./use-wall-keys.ts";
import { pickOf, pickOfFocus, type WallPick } from "./wall-pick.ts";
import { nextExplained } from "./why-card.tsx";

/** What somebody who stands before the wall has opened, and what their hands do. */
export type Hands = {
  readonly explained: ScenePanel | null;
  /** What was pointed at, or the problem that somebody had shown. */
  readonly pick: WallPick | null;
  readonly hasDiag: boolean;
  readonly onTouch: () => void;
  readonly onClick: (event: ClickEvent) => void;
  readonly onWhy: (id: ScenePanel) => void;
  /** Closes what is open; where nothing is, lets go of what was kept on the map. */
  readonly onClose: () => void;
};

/** Every touch holds the scene for a while; another step closes what was opened about the one before. */
export function useHands(
  { rotation, dispatch, step }: Turn,
  placed: readonly PlacedPanel[],
  isDiagOpen: boolean,
): Hands {
  const key = step?.key ?? "";
  const [explained, setExplained] = useOfStep<ScenePanel>(key);
  const [pointed, setPick] = useOfStep<WallPick>(key);
  const [hasDiag, setHasDiag] = useState(isDiagOpen);
  const onTouch = useCallback(() => dispatch({ kind: "touch" }), [dispatch]);
  const isOpen = explained !== null || pointed !== null;
  const isKept = rotation.focus !== null || rotation.isPinned;
  const onClose = useCallback(() => {
    setExplained(() => null);
    setPick(() => null);
    if (!isOpen && isKept) dispatch({ kind: "clear" });
  }, [setExplained, setPick, dispatch, isOpen, isKept]);
  const onClick = useCallback(
    (event: ClickEvent) => {
      setPick(() => pickOf(event));
      onTouch();
    },
    [setPick, onTouch],
  );
  const onWhy = useCallback(
    (id: ScenePanel) => {
      setExplained((before) => (before === id ? null : id));
      onTouch();
    },
    [setExplained, onTouch],
  );
  useWallKeys({
    onNext: () => dispatch({ kind: "next" }),
    onPrevious: () => dispatch({ kind: "previous" }),
    onPause() {
      dispatch({ kind: rotation.isPaused || rotation.isPinned ? "resume" : "pause" });
    },
    onDiag: () => setHasDiag((before) => !before),
    onWhy() {
      setExplained((before) => nextExplained(placed, before));
      onTouch();
    },
    onClose,
  });
  return {
    explained,
    pick: pointed ?? pickOfFocus(rotation.focus),
    hasDiag,
    onTouch,
    onClick,
    onWhy,
    onClose,
  };
}

/** What was opened about a step; another step begins with nothing. */
function useOfStep<T>(
  step: string,
): readonly [value: T | null, change: (next: (before: T | null) => T | null) => void] {
  const [kept, setKept] = useState<{ readonly step: string; readonly value: T | null }>({
    step,
    value: null,
  });
  const change = useCallback(
    (next: (before: T | null) => T | null) =>
      setKept((before) => ({ step, value: next(before.step === step ? before.value : null) })),
    [step],
  );
  return [kept.step === step ? kept.value : null, change];
}
