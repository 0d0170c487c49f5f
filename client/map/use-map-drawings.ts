import { replaceEqualDeep, useQueries, useQueryClient } from "@tanstack/react-query";
import { useMemo, useRef } from "react";
import type { Bounds } from "../../domain/spatial/lng-lat.ts";
import { askedAgain } from "../api/asked-again.ts";
import type { DutyColour, FilterParams } from "../state/url-state.ts";
import { type Drawing, type MapLayer, nothing, type View } from "./layers/layer.ts";
import { hasAnySource, type WantedDrawing } from "./sync-layers.ts";

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
  /** Of which sources tiles did not come, as the map names them. */
  readonly failedSources?: readonly string[];
  /** Of walls: what is asked about, whatever the moment. While it is the same, the picture of an earlier one is better than none. */
  readonly topic?: string;
};

type Kept = {
  readonly topic: string | undefined;
  readonly loaded: unknown;
  /** The same, with what was so before as it was. */
  readonly data: unknown;
  readonly view: View;
  readonly drawing: Drawing;
  /** It could not be drawn: the picture is the one before. */
  readonly isBroken: boolean;
};

const NONE: readonly string[] = [];

/**
 * Loads what the layers ask for and draws what has come. A layer keeps its old picture until the new data is there; one
 * that fails is named and the rest goes on.
 */
export function useMapDrawings({ layers, view, topic, failedSources = NONE, ...looked }: Wish): {
  drawings: readonly WantedDrawing[];
  failed: readonly MapLayer[];
  /** Something that was asked for has no answer yet. */
  isAwaited: boolean;
} {
  const client = useQueryClient();
  const kept = useRef(new Map<string, Kept>());
  const scope = { ...looked, drawn: new Set(layers.map(({ id }) => id)), client };
  const results = useQueries({
    queries: layers.map((layer) => {
      const { refetchInterval: ownMs, ...query } = layer.query(scope);
      return { ...query, refetchInterval: askedAgain(ownMs) };
    }),
  });
  const drawings = layers.flatMap(({ id, band, draw }, i): WantedDrawing[] => {
    const { data, isPending } = results[i] ?? {};
    const before = kept.current.get(id);
    // What is asked anew, as with every moment that a wall shows, is another question to the library, and has no answer yet.
    const stays = before?.topic === topic && (isPending || topic !== undefined);
    const loaded = data === undefined && stays ? before?.loaded : data;
    if (loaded === undefined) return [];
    const drawn = { topic, ...drawnAgain(before, loaded, view, draw) };
    kept.current.set(id, drawn);
    return [{ id, band, drawing: drawn.drawing }];
  });
  // deck's layers cannot be put on again once they were taken off.
  const shown = new Set(drawings.map(({ id }) => id));
  for (const id of kept.current.keys()) if (!shown.has(id)) kept.current.delete(id);
  const signature = useRef<readonly WantedDrawing[]>([]);
  const isUnchanged =
    drawings.length === signature.current.length &&
    drawings.every((wanted, i) => wanted.drawing === signature.current[i]?.drawing);
  if (!isUnchanged) signature.current = drawings;
  const stable = signature.current;
  // What failed has failed until it is answered: on a wall it is asked anew with every moment meanwhile.
  const unanswered = useRef<ReadonlySet<string>>(new Set());
  const isFailed = ({ id }: MapLayer, i: number) =>
    results[i]?.isError ||
    kept.current.get(id)?.isBroken ||
    (topic !== undefined && results[i]?.isPending && unanswered.current.has(`${id} ${topic}`));
  const failing = layers.filter(isFailed).map(({ id }) => id);
  unanswered.current = new Set(failing.map((id) => `${id} ${topic}`));
  const lacking = drawings.filter(({ drawing }) => hasAnySource(drawing, failedSources));
  const key = [...failing, ...lacking.map(({ id }) => id)].join();
  const failed = useMemo(
    () => layers.filter(({ id }) => key.split(",").includes(id)),
    [layers, key],
  );
  const isAwaited = results.some((result) => result.isPending && result.isFetching);
  return { drawings: stable, failed, isAwaited };
}

/** Draws only what is other than before. A layer that breaks leaves the others alone. */
function drawnAgain(
  before: Kept | undefined,
  loaded: unknown,
  view: View,
  draw: MapLayer["draw"],
): Omit<Kept, "topic"> {
  const isKnown = before !== undefined && before.loaded === loaded;
  const data = isKnown ? before.data : replaceEqualDeep(before?.data, loaded);
  const isSame = before !== undefined && before.data === data && before.view === view;
  const drawn = { loaded, data, view, isBroken: false };
  if (isSame) return { ...drawn, drawing: before.drawing, isBroken: before.isBroken };
  try {
    return { ...drawn, drawing: draw(data, view) };
  } catch (error) {
    reportError(error);
    return { ...drawn, drawing: before?.drawing ?? nothing, isBroken: true };
  }
}
