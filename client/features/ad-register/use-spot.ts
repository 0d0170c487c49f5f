import { useEffect, useRef, useState } from "react";
import type { CityManifest } from "../../../domain/contract/city.ts";
import { boundsContain } from "../../../domain/spatial/lng-lat.ts";
import { type OwnPosition, useOwnPosition } from "../../state/use-own-position.ts";
import type { AdDraft } from "./ad-draft.ts";

/** A phone that knows no better than this would put the ad by another road. */
const ROUGHEST_M = 50;
/** From here on the spot should be looked at on the map. */
export const ROUGH_M = 15;

type Bounds = CityManifest["bounds"];

/** What stands in the way of a spot; null: nothing, or nothing was asked. */
export type SpotTrouble = "asking" | "refused" | "rough" | "outside";

/** Finds the spot of an ad. What is too rough or not in the city is not taken. */
export function useSpot(
  bounds: Bounds,
  draft: AdDraft,
  onChange: (part: Partial<AdDraft>) => void,
) {
  const [isOutside, setIsOutside] = useState(false);
  const own = useOwnPosition((found) => {
    setIsOutside(false);
    if (troubleOf(found, bounds) !== null) return;
    onChange({ position: [found.lng, found.lat], accuracyM: found.accuracyM });
  });
  const first = useRef({ ask: own.ask, isKnown: draft.position !== null });
  useEffect(() => askWhereAllowed(first.current), []);
  const { position } = own;
  const trouble: SpotTrouble | null = isOutside ? "outside" : troubleOf(position, bounds);
  return {
    trouble,
    accuracyM: position.state === "found" ? position.accuracyM : 0,
    locate: own.ask,
    forget: own.forget,
    /** Takes a spot of the map. */
    pick(spot: readonly [number, number]): void {
      own.forget();
      const isInside = boundsContain(bounds, spot[0], spot[1]);
      setIsOutside(!isInside);
      if (isInside) onChange({ position: spot, accuracyM: null });
    },
  };
}

function troubleOf(own: OwnPosition, bounds: Bounds): SpotTrouble | null {
  if (own.state === "off") return null;
  if (own.state !== "found") return own.state;
  if (own.accuracyM > ROUGHEST_M) return "rough";
  return boundsContain(bounds, own.lng, own.lat) ? null : "outside";
}

/** Asks at once where the browser need not ask the person. */
function askWhereAllowed({ ask, isKnown }: { ask: () => void; isKnown: boolean }): void {
  if (isKnown || !navigator.permissions) return;
  void navigator.permissions.query({ name: "geolocation" }).then(
    ({ state }) => state === "granted" && ask(),
    () => undefined,
  );
}
