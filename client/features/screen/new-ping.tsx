import { viewPixels } from "../../map/view-pixels.ts";
import type { Camera } from "../../state/url-state.ts";
import { useFeed } from "./use-feed.ts";

type NewPingProps = {
  readonly camera: Camera;
  readonly width: number;
  readonly height: number;
};

/** One ring where the report that the ticker tells lies, once; none for what was there before. */
export function NewPing({ camera, width, height }: NewPingProps) {
  const { told, toldAt } = useFeed();
  const [newest] = told;
  if (!newest || toldAt === 0 || newest.what !== "reported") return null;
  const pixels = viewPixels(camera.zoom);
  const [lng, lat] = newest.position;
  const left = width / 2 + pixels.x(lng) - pixels.x(camera.lng);
  const top = height / 2 + pixels.y(lat) - pixels.y(camera.lat);
  return <span key={newest.key} className="wall-ping" style={{ left, top }} aria-hidden="true" />;
}
