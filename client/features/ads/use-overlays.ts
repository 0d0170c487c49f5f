import { useCallback, useState } from "react";
import type { WantedDrawing } from "../../map/sync-layers.ts";
import type { AdsDesk } from "./ads-desk-state.ts";

/** Drawings that parts of the page put on the map, in the order they came. */
export function useOverlays(): Pick<AdsDesk, "overlay" | "overlays"> {
  const [overlays, setOverlays] = useState<readonly WantedDrawing[]>([]);
  const overlay = useCallback((id: string, wanted: Omit<WantedDrawing, "id"> | null) => {
    setOverlays((before) => {
      const others = before.filter((each) => each.id !== id);
      if (wanted === null) return others.length === before.length ? before : others;
      return [...others, { id, ...wanted }];
    });
  }, []);
  return { overlay, overlays };
}
