import type { Position } from "geojson";
import { useEffect, useMemo, useRef } from "react";
import { edgePosition } from "../../../domain/zone-edit/edge-position.ts";
import { insertVertex } from "../../../domain/zone-edit/insert-vertex.ts";
import { moveVertex } from "../../../domain/zone-edit/move-vertex.ts";
import { snapPosition } from "../../../domain/zone-edit/snap-position.ts";
import { isSameVertex } from "../../../domain/zone-edit/vertex.ts";
import { neighboursOf } from "../../../domain/zone-edit/vertex-neighbours.ts";
import { ringsOf, type ZoneShape } from "../../../domain/zone-edit/zone-shape.ts";
import type { MapEngine } from "../../map/map-engine.ts";
import type { MapPalette } from "../../map/palette.ts";
import { type Handle, VertexHandles } from "../../map/vertex-handles.ts";
import { useZoneDesk } from "./zone-desk-state.ts";

/** How near a vertex has to come to be drawn onto another or onto an edge. */
export const SNAP_PX = 10;

/** Handles on the picked zone while borders are moved. Answers whether a click is meant for one. */
export function useVertexHandles(
  engine: MapEngine | null,
  palette: MapPalette,
): (lng: number, lat: number) => boolean {
  const desk = useZoneDesk();
  const { zones, selected, vertex, tool } = desk;
  const latest = useRef(desk);
  latest.current = desk;
  const shown = useRef<VertexHandles | null>(null);
  const isOn = tool === "edit";

  useEffect(() => {
    if (!engine || !isOn) return;
    const handles = new VertexHandles(engine, palette, {
      snap: (position, scale, { kind, at }) =>
        snapPosition(latest.current.zones, position, {
          ...scale,
          tolerancePx: SNAP_PX,
          ...(kind === "vertex" && { except: at }),
        }).position,
      onPick: (handle) => pick(handle),
      onDrop: (handle, to) => drop(handle, to),
    });
    shown.current = handles;
    return () => {
      handles.destroy();
      shown.current = null;
    };

    function pick({ kind, at }: Handle): void {
      const { act, pickVertex } = latest.current;
      if (kind === "vertex" || act("edit", (now) => insertVertex(now, at))) pickVertex(at);
    }

    function drop({ kind, at }: Handle, to: Position): void {
      const { act, pickVertex } = latest.current;
      const insert =
        kind === "middle" ? [(now: readonly ZoneShape[]) => insertVertex(now, at)] : [];
      if (act("edit", ...insert, (now) => moveVertex(now, at, to))) pickVertex(to);
    }
  }, [engine, palette, isOn]);

  const handles = useMemo(
    () => (isOn && selected ? handlesOf(selected, zones) : []),
    [isOn, selected, zones],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: new handles after a change of theme want their dots too
  useEffect(() => {
    shown.current?.show(handles, vertex);
  }, [handles, vertex, engine, palette]);

  return (lng, lat) => shown.current?.isAt(lng, lat) ?? false;
}

function handlesOf(zone: ZoneShape, zones: readonly ZoneShape[]): Handle[] {
  return ringsOf(zone.geometry).flatMap((ring) =>
    ring.slice(1).flatMap((at, i): Handle[] => {
      const before = ring[i] ?? at;
      const middle = edgePosition(before, at, 0.5);
      const isEdge = !isSameVertex(middle, before) && !isSameVertex(middle, at);
      return [
        { kind: "vertex", at, neighbours: () => neighboursOf(zones, at) },
        ...(isEdge
          ? [{ kind: "middle" as const, at: middle, neighbours: () => [before, at] }]
          : []),
      ];
    }),
  );
}
