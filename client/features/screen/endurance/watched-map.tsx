import type { ComponentProps } from "react";
import { WallBoundary } from "../wall-boundary.tsx";
import { WallMap } from "../wall-map.tsx";
import { useContextWatch } from "./use-context-watch.ts";
import type { WallHealth } from "./wall-health.ts";

type WatchedMapProps = Omit<ComponentProps<typeof WallMap>, "onContext"> & {
  readonly health: WallHealth;
};

/** A map of the wall that is made anew when the graphics card has let go of it, or when it breaks. */
export function WatchedMap({ health, ...map }: WatchedMapProps) {
  const { generation, report } = useContextWatch(health);
  return (
    <WallBoundary key={generation} instead={<LostMap {...map} />}>
      <WallMap {...map} onContext={report} />
    </WallBoundary>
  );
}

/** One that could not be made, as where the graphics card gives no context any more. */
function LostMap({ place: { rect, padding }, scope }: Pick<WatchedMapProps, "place" | "scope">) {
  const { x, y, width, height } = rect;
  return (
    <div className="wall-map" style={{ left: x, top: y, width, height }}>
      <div
        className="wall-map-notices"
        style={{ left: padding.left, bottom: padding.bottom }}
        role="alert"
      >
        <p>{scope.text.screen.mapLost}</p>
      </div>
    </div>
  );
}
