import type { Position } from "geojson";
import { useEffect, useRef } from "react";
import type { MapEngine } from "../../../map/map-engine.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { useAdWords } from "../use-ad-words.ts";
import { markPosition, markTiers } from "./mark-features.ts";
import { pickedPlace } from "./picked-place.ts";
import type { MarkPlaces } from "./use-mark-places.ts";

type PickedCardProps = { readonly engine: MapEngine | null; readonly places: MarkPlaces };

/** Name and one line of what is picked, beside it; it is moved by hand, so that nothing is rendered while the map moves. */
export function PickedCard({ engine, places }: PickedCardProps) {
  const { picked } = useAdsDesk();
  const wordsOf = useAdWords();
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!engine || !picked) return;
    const axis = picked.kind === "road" ? places.axes.get(picked.id) : undefined;
    const place = pickedPlace(picked, places);
    const positionAt = (zoom: number): Position | undefined => {
      if (axis) return middleOf(axis);
      const tier = markTiers.findLast(({ minzoom }) => zoom >= minzoom) ?? markTiers[0];
      return place ? markPosition(place, tier.asideM) : undefined;
    };
    const put = () => {
      const [lng, lat] = positionAt(engine.camera.zoom) ?? [];
      const element = card.current;
      if (!element) return;
      element.hidden = lng === undefined || lat === undefined;
      if (lng === undefined || lat === undefined) return;
      const { x, y } = engine.withMap((map) => map.project([lng, lat]));
      element.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
    };
    put();
    return engine.onMove(put);
  }, [engine, picked, places]);
  if (!picked) return null;
  const [name, ...rest] = wordsOf(picked);
  return (
    <div className="ads-picked" ref={card} hidden data-testid="ads-picked">
      <div className="card">
        <strong>{name}</strong>
        {rest.length > 0 && <span>{rest.join(" · ")}</span>}
      </div>
    </div>
  );
}

/** The middle vertex of the longest piece: near enough for a card. */
function middleOf(axis: readonly (readonly Position[])[]): Position | undefined {
  const [longest = []] = axis.toSorted((a, b) => b.length - a.length);
  return longest[Math.floor(longest.length / 2)];
}
