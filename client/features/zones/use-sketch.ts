import type { Position } from "geojson";
import { useEffect, useRef } from "react";
import { drawZone, placed } from "../../../domain/zone-edit/draw-zone.ts";
import { snapPosition } from "../../../domain/zone-edit/snap-position.ts";
import { splitByLine } from "../../../domain/zone-edit/split-by-line.ts";
import { suggestChildName, suggestNames } from "../../../domain/zone-edit/suggest-names.ts";
import { storedPosition } from "../../../domain/zone-edit/vertex.ts";
import type { MapEngine } from "../../map/map-engine.ts";
import type { MapPalette } from "../../map/palette.ts";
import { startSketch } from "../../map/sketch.ts";
import { useZonesText } from "../../text/zones-text.ts";
import { parentFor } from "./parent-for.ts";
import { SNAP_PX } from "./use-vertex-handles.ts";
import { useZoneDesk } from "./zone-desk-state.ts";

/** Lets a line be drawn that splits the picked zone, or the outline of a new one. Answers whether that is going on. */
export function useSketch(engine: MapEngine | null, palette: MapPalette): boolean {
  const text = useZonesText().zones;
  const desk = useZoneDesk();
  const latest = useRef({ desk, newName: text.add.newName });
  latest.current = { desk, newName: text.add.newName };
  const { tool, selected, zones } = desk;
  const isLeaf = selected !== undefined && !zones.some(({ parentId }) => parentId === selected.id);
  const kind = tool === "add" ? "polygon" : tool === "split" && isLeaf ? "line" : null;

  useEffect(() => {
    if (!engine || !kind) return;
    engine.setCursor("crosshair");
    const stop = startSketch(engine, {
      kind,
      colour: palette.accent,
      snap: (position, scale) =>
        snapPosition(latest.current.desk.zones, position, { ...scale, tolerancePx: SNAP_PX })
          .position,
      onDone: (vertices) => (kind === "line" ? split(vertices) : draw(vertices)),
    });
    return () => {
      stop();
      engine.setCursor("");
    };

    function split(line: readonly Position[]): void {
      const { act, selected: zone, taken, select, setTool } = latest.current.desk;
      if (!zone) return;
      const names = (count: number) => suggestNames(zone, count, taken);
      if (!act("split", (now) => splitByLine(now, zone.id, line, names))) return;
      setTool(null);
      select(names(1)[0]?.id);
    }

    function draw(ring: readonly Position[]): void {
      const { desk: now, newName } = latest.current;
      const { level, taken, act, select, setTool } = now;
      const geometry = { type: "Polygon" as const, coordinates: [ring.map(storedPosition)] };
      const parentId = parentFor(now.zones, level, geometry);
      const named = suggestChildName(parentId ?? "Z", newName, taken);
      const drawn = { ...named, level, parentId, geometry };
      const isDone = act("add", (zones) =>
        now.keepsDrawn ? placed(zones, { ...drawn, from: [] }) : drawZone(zones, drawn),
      );
      if (!isDone) return;
      setTool(null);
      select(named.id);
    }
  }, [engine, kind, palette]);

  return kind !== null;
}
