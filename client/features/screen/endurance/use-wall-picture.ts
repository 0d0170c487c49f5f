import { useCallback, useRef } from "react";
import type { ScreenEvent } from "../../../../domain/contract/screen.ts";
import {
  isTurning,
  type Rotation,
  type RotationEvent,
  stepOf,
} from "../../../../domain/screen/rotation.ts";
import { handInPicture } from "../../../api/steer-queries.ts";
import { noteError } from "../wall-errors.ts";
import type { WallHealth } from "./wall-health.ts";

type WallPicture = {
  readonly health: WallHealth;
  readonly rotation: Rotation;
  readonly dispatch: (event: RotationEvent) => void;
};

/**
 * Answers what to do when the server asks this wall for a picture of a scene: it goes there, unless somebody holds it where it
 * is, and hands in what it shows. What makes it is loaded when it is asked for first.
 */
export function useWallPicture({ health, rotation, dispatch }: WallPicture) {
  const now = useRef(rotation);
  now.current = rotation;
  const isBusy = useRef(false);
  return useCallback(
    async ({ id, scene }: ScreenEvent<"snapshot.asked">) => {
      if (isBusy.current) return;
      isBusy.current = true;
      try {
        const wanted = isTurning(now.current) ? scene : sceneOf(now.current);
        if (sceneOf(now.current) !== wanted) dispatch({ kind: "scene", scene: wanted });
        const { takePicture } = await import("../picture/take-picture.ts");
        const png = await takePicture(() => health.maps, wanted);
        await handInPicture(id, sceneOf(now.current), png);
      } catch (error) {
        noteError(`picture: ${error instanceof Error ? error.message : String(error)}`);
      } finally {
        isBusy.current = false;
      }
    },
    [health, dispatch],
  );
}

const sceneOf = (rotation: Rotation) => stepOf(rotation)?.scene.id ?? "";
