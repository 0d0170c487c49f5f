import { useEffect, useMemo } from "react";
import type { Drawing } from "../../../map/layers/layer.ts";
import { mapPalette } from "../../../map/palette.ts";
import type { Band } from "../../../map/slots.ts";
import { useLook } from "../../../shell/look.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { densityColours } from "../map/density-colours.ts";
import { type AxesByKey, axesOf } from "../map/mark-features.ts";
import { imagesDrawing, type MarkedSpot, pullsDrawing } from "./plan-drawings.ts";
import { servePlanImages } from "./plan-images.ts";
import {
  useDifferenceSpots,
  useLockSpots,
  useMovedSpots,
  usePhaseSpots,
} from "./use-plan-spots.ts";

/** Puts on the map what only plans know: differences, phases, locks, moved sites. */
export function usePlanOverlays(): void {
  const { engine, roads } = useAdsDesk();
  const { theme } = useLook();
  const axes = useMemo(() => axesOf(roads), [roads]);
  const colours = useMemo(() => {
    const { accent, overdue } = mapPalette(theme);
    return { ...densityColours(theme), accent, overdue };
  }, [theme]);
  useEffect(() => (engine ? servePlanImages(engine, () => colours) : undefined), [engine, colours]);
  const { spots: moved, pulls } = useMovedSpots();
  useMarks("plans-difference", useDifferenceSpots(), axes, "points");
  useMarks("plans-phases", usePhaseSpots(), axes, "feedback");
  useMarks("plans-locks", useLockSpots(), axes, "feedback");
  const lines = useMemo(
    () => (pulls.length > 0 ? pullsDrawing("plans-pulls", pulls, colours.accent) : null),
    [pulls, colours],
  );
  useOverlay("plans-pulls", lines, "feedback");
  useMarks("plans-moved", moved, axes, "feedback");
}

function useMarks(id: string, spots: readonly MarkedSpot[], axes: AxesByKey, band: Band): void {
  const drawing = useMemo(
    () => (spots.length > 0 ? imagesDrawing(id, spots, axes) : null),
    [id, spots, axes],
  );
  useOverlay(id, drawing, band);
}

function useOverlay(id: string, drawing: Drawing | null, band: Band): void {
  const { overlay } = useAdsDesk();
  useEffect(() => overlay(id, drawing && { band, drawing }), [overlay, id, drawing, band]);
  useEffect(() => () => overlay(id, null), [overlay, id]);
}
