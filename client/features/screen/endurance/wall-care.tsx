import { useEffect, useRef } from "react";
import type { AlertBody, WallBeat } from "../../../../domain/contract/screen.ts";
import { type Rotation, type RotationEvent, stepOf } from "../../../../domain/screen/rotation.ts";
import { AlertBanner } from "../alert-banner.tsx";
import { WallBoundary } from "../wall-boundary.tsx";
import type { Rect } from "../wall-layout.ts";
import { commandEvents } from "./command-events.ts";
import { useWallBeat } from "./use-wall-beat.ts";
import { reloadIfStale } from "./use-wall-health.ts";
import { useWallLine } from "./use-wall-line.ts";
import { useWallPicture } from "./use-wall-picture.ts";
import type { WallHealth } from "./wall-health.ts";

type WallCareProps = {
  readonly health: WallHealth;
  readonly rotation: Rotation;
  readonly dispatch: (event: RotationEvent) => void;
  readonly freshness: WallBeat["freshness"];
  /** Where alerts stand. */
  readonly alerts: Rect;
  readonly hasSound: boolean;
};

/**
 * What a wall does besides showing: takes commands and alerts, hands in pictures, says that it is there, and loads itself
 * anew between two turns when there is another build. A preview has none of it.
 */
export function WallCare(props: WallCareProps) {
  const { health, rotation, dispatch, freshness, alerts, hasSound } = props;
  const step = stepOf(rotation);
  const onPicture = useWallPicture({ health, rotation, dispatch });
  useWallLine({
    health,
    onPicture: (asked) => void onPicture(asked),
    onCommand(command) {
      for (const event of commandEvents(command)) dispatch(event);
    },
  });
  useWallBeat(
    { scene: step?.scene.id ?? null, step: step?.key ?? null, mode: modeOf(rotation), freshness },
    health,
  );
  useReloadBetween(`${step?.key} ${rotation.since}`, health);
  const show = ({ problems, at }: AlertBody) => {
    if (at) dispatch({ kind: "fly", focus: { problem: problems[0] ?? "", at } });
  };
  return (
    <WallBoundary instead={null}>
      <AlertBanner rect={alerts} hasSound={hasSound} onShow={show} />
    </WallBoundary>
  );
}

export function modeOf(rotation: Rotation): WallBeat["mode"] {
  if (rotation.isPinned) return "pinned";
  if (rotation.focus) return "focus";
  if (rotation.isPaused) return "paused";
  return rotation.heldUntil === null ? "turning" : "touched";
}

/** `turn` is another one whenever a step begins, though there be only one. */
function useReloadBetween(turn: string, health: WallHealth): void {
  const before = useRef(turn);
  useEffect(() => {
    if (before.current === turn) return;
    before.current = turn;
    reloadIfStale(health);
  }, [turn, health]);
}
