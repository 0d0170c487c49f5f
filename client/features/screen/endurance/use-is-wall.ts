import { useRef } from "react";
import { useViewer } from "../../../state/viewer.ts";

/**
 * Whether this window is a wall: of an account that shows the city. Anybody else only looks on, and asks for nothing that only
 * walls are answered. One that loses its session stays one.
 */
export function useIsWall(isPreview: boolean): boolean {
  const viewer = useViewer();
  const isWall = useRef(false);
  if (viewer) isWall.current = viewer.can.includes("show");
  return isWall.current && !isPreview;
}
