import type { MapEngine } from "./map-engine.ts";

/** Two maps look at the same spot from now on, whichever of them is moved. Answers how to let them go. */
export function linkCameras(leading: MapEngine, joining: MapEngine): () => void {
  joining.follow(leading.camera);
  const release = [followed(leading, joining), followed(joining, leading)];
  return () => {
    for (const stop of release) stop();
  };
}

function followed(leading: MapEngine, joining: MapEngine): () => void {
  return leading.onMove((isAtRest) => {
    joining.follow(leading.camera);
    if (isAtRest) joining.settle();
  });
}
