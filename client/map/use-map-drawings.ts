import { keepPreviousData, useQueries, useQueryClient } from "@tanstack/react-query";
import { useMemo, useRef } from "react";
import type { Bounds } from "../../domain/spatial/lng-lat.ts";
import type { DutyColour, FilterParams } from "../state/url-state.ts";
import type { Drawing, MapLayer, View } from "./layers/layer.ts";
import type { WantedDrawing } from "./sync-layers.ts";

type Wish = {
  readonly layers: readonly MapLayer[];
  readonly filter: FilterParams;
  readonly ringFilter?: FilterParams;
  readonly bounds: Bounds;
  readonly zoom: number;
  readonly picked: string | undefined;
  readonly classes: string;
  readonly colour: DutyColour | null;
  readonly view: View;
};

type Kept = { readonly data: unknown; readonly view: View; readonly drawing: Drawing };

/**
 * Loads what the layers ask for and draws what has come. A layer keeps its old picture until the new data is there; one
 * that fails is named and the rest goes on.
 */
export function useMapDrawings({ layers, view, ...looked }: Wish): {
  drawings: readonly WantedDrawing[];
  failed: readonly MapLayer[];
} {
  const client = useQueryClient();
  const kept = useRef(new Map<string, Kept>());
  const scope = { ...looked, drawn: new Set(layers.map(({ id }) => id)), client };
  const results = useQueries({
    queries: layers.map((layer) => ({
      ...layer.query(scope),
      placeholderData: keepPreviousData,
    })),
  });
  // deck's layers cannot be put on again once they were taken off.
  for (const id of kept.current.keys()) {
    if (!scope.drawn.has(id)) kept.current.delete(id);
  }
  const drawings = layers.flatMap((layer, i): WantedDrawing[] => {
    const data = results[i]?.data;
    if (data === undefined) return [];
    const before = kept.current.get(layer.id);
    const isSame = before?.data === data && before.view === view;
    const drawing = isSame ? before.drawing : layer.draw(data, view);
    if (!isSame) kept.current.set(layer.id, { data, view, drawing });
    return [{ id: layer.id, band: layer.band, drawing }];
  });
  const signature = useRef<readonly WantedDrawing[]>([]);
  const isUnchanged =
    drawings.length === signature.current.length &&
    drawings.every((wanted, i) => wanted.drawing === signature.current[i]?.drawing);
  if (!isUnchanged) signature.current = drawings;
  const stable = signature.current;
  const failing = layers.filter((_, i) => results[i]?.isError).map(({ id }) => id);
  const key = failing.join();
  const failed = useMemo(
    () => layers.filter(({ id }) => key.split(",").includes(id)),
    [layers, key],
  );
  return { drawings: stable, failed };
}
