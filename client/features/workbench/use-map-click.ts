import type { MapEngine } from "../../map/map-engine.ts";
import type { ClickEvent } from "../../map/map-pointer.ts";
import { readComparison } from "../../state/comparison.ts";
import { pickedText } from "../../state/url-state.ts";
import { readLayers } from "../../state/visible-layers.ts";
import { useWorkbenchUrl } from "../../state/workbench-state.ts";
import { meaningOf } from "./click-meaning.ts";
import { useRelocation } from "./relocation.ts";

/** What a click on a map does: it places a report that waits for its position, looks closer, or picks. */
export function useMapClick(): (event: ClickEvent, engine: MapEngine) => void {
  const [url, set] = useWorkbenchUrl();
  const [relocation, setRelocation] = useRelocation();
  return (event, engine) => {
    if (relocation) {
      setRelocation({ ...relocation, position: [event.lng, event.lat] });
      return;
    }
    const isHeatOn = readComparison(url) !== null || readLayers(url.layers).has("heat");
    const meaning = meaningOf(event, engine.camera.zoom, isHeatOn);
    if (meaning.kind === "zoom") engine.fit(meaning.bounds);
    else set({ pick: pickedText(meaning.picked) });
  };
}
