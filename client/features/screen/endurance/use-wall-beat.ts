import { useEffect, useRef } from "react";
import type { WallBeat } from "../../../../domain/contract/screen.ts";
import { sendBeat } from "../../../api/steer-queries.ts";
import { wallId } from "../../../state/wall-id.ts";
import { errorCount } from "../wall-errors.ts";
import type { WallHealth } from "./wall-health.ts";

const BEAT_MS = 15_000;

export type WallStatus = Pick<WallBeat, "scene" | "step" | "mode" | "freshness">;

/** Says every 15 seconds, and when the step changes, what this wall shows. What is not heard is not said again. */
export function useWallBeat(status: WallStatus, health: WallHealth): void {
  const now = useRef(status);
  now.current = status;
  const { step, mode } = status;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step or mode that changes is told at once.
  useEffect(() => {
    const beat = () =>
      sendBeat({
        ...now.current,
        wall: wallId(),
        widthPx: window.innerWidth,
        heightPx: window.innerHeight,
        build: health.build.own.slice(0, 100),
        errors: errorCount(),
      }).then(
        ({ build }) => health.build.hear(build),
        () => undefined,
      );
    void beat();
    const timer = setInterval(() => void beat(), BEAT_MS);
    return () => clearInterval(timer);
  }, [health, step, mode]);
}
