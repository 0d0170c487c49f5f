import { useState } from "react";
import type { SceneLayer } from "../../../domain/screen/scene.ts";
import type { Theme } from "../../app/theme.ts";
import type { MapEngine } from "../../map/map-engine.ts";
import type { WallHealth } from "./endurance/wall-health.ts";
import { WatchedMap } from "./endurance/watched-map.tsx";
import { layersOfMeasure } from "./map-layers.ts";
import type { Hands } from "./use-hands.ts";
import type { Turn } from "./use-turn.ts";
import { look, type WallLayout } from "./wall-layout.ts";

type WallStageProps = {
  readonly layout: WallLayout;
  readonly theme: Theme;
  readonly turn: Turn;
  readonly hands: Hands;
  readonly health: WallHealth;
};

/** The map, or two under one camera, with the ground behind the columns. */
export function WallStage({ layout, theme, turn, hands, health }: WallStageProps) {
  const [leader, setLeader] = useState<MapEngine | null>(null);
  const { step, scope, view, rotation } = turn;
  const [first] = layout.maps;
  const layers = shownLayers(step, rotation.focus !== null);
  return (
    <div className="wall-stage">
      {layout.maps.map((map) => (
        <WatchedMap
          health={health}
          key={`${map.measure} ${layout.width}x${layout.height}`}
          place={map}
          unit={layout.unit}
          theme={theme}
          layers={layersOfMeasure(layers, map.measure)}
          scope={scope}
          view={view}
          picked={hands.pick?.kind === "thing" ? hands.pick.key : view?.picked}
          leader={map === first ? null : leader}
          onEngine={(engine) => {
            health.hold(map.measure, engine);
            if (map === first) setLeader(engine);
          }}
          onClick={hands.onClick}
          onTouch={hands.onTouch}
        />
      ))}
      {layout.shape === "one-map" && <Shades layout={layout} />}
    </div>
  );
}

/** A problem that somebody has shown needs its mark, whatever the scene. */
function shownLayers(step: Turn["step"], hasFocus: boolean): readonly SceneLayer[] {
  const layers = step?.scene.layers ?? [];
  return hasFocus && !layers.includes("clusters") ? [...layers, "clusters"] : layers;
}

/** Units beside a column before the map begins to show. */
const EDGE = 12;

/** Ground behind the columns, fading into the map. */
function Shades({ layout }: { readonly layout: WallLayout }) {
  const { columns, width, unit, header } = layout;
  return (["left", "right"] as const).map((side) => {
    const rects = columns.filter((column) => column.side === side).map(({ rect }) => rect);
    const inner = side === "left" ? rects.at(-1) : rects[0];
    if (!inner) return null;
    const covered = side === "left" ? inner.x + look.column * unit : width - inner.x;
    return (
      <div
        key={side}
        className={`wall-shade is-${side}`}
        style={{ width: covered + EDGE * unit, top: header.height }}
      />
    );
  });
}
