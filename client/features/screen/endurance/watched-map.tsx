import type { ComponentProps } from "react";
import { WallMap } from "../wall-map.tsx";
import { useContextWatch } from "./use-context-watch.ts";
import type { WallHealth } from "./wall-health.ts";

type WatchedMapProps = Omit<ComponentProps<typeof WallMap>, "onContext"> & {
  readonly health: WallHealth;
};

/** A map of the wall that is made anew when the graphics card has let go of it. */
export function WatchedMap({ health, ...map }: WatchedMapProps) {
  const { generation, report } = useContextWatch(health);
  return <WallMap key={generation} {...map} onContext={report} />;
}
