import { useEffect, useRef, useState } from "react";
import type { CityManifest } from "../../domain/contract/city.ts";
import { boundsContain } from "../../domain/spatial/lng-lat.ts";
import type { Spot } from "../api/report-queries.ts";
import { type OwnPosition, useOwnPosition } from "./use-own-position.ts";

/** What stands in the way of a spot; null: nothing, or nothing was asked. */
export type SpotTrouble = "asking" | "refused" | "rough" | "outside";

type SpotWish = {
  readonly bounds: CityManifest["bounds"];
  /** A position that the phone knows no better than this is not taken. */
  readonly roughestM: number;
  readonly isKnown: boolean;
  /** `accuracyM`: as the phone says; null where the spot was chosen on the map. */
  readonly onFound: (found: { position: Spot; accuracyM: number | null }) => void;
};

export type FoundSpot = {
  readonly trouble: SpotTrouble | null;
  /** As the phone says, where that is too rough. */
  readonly accuracyM: number;
  /** Asks the phone. */
  locate(): void;
  /** Drops what the phone said. */
  forget(): void;
  /** Takes a spot of the map. */
  pick(spot: Spot): void;
};

/** Where the phone stands, or what was picked on the map. What is too rough or not in the city is not taken. */
export function useSpot(wish: SpotWish): FoundSpot {
  const { bounds, onFound } = wish;
  const [isOutside, setIsOutside] = useState(false);
  const own = useOwnPosition((found) => {
    setIsOutside(false);
    if (troubleOf(found, wish) !== null) return;
    onFound({ position: [found.lng, found.lat], accuracyM: found.accuracyM });
  });
  const first = useRef({ ask: own.ask, isKnown: wish.isKnown });
  useEffect(() => askWhereAllowed(first.current), []);
  const { position } = own;
  return {
    trouble: isOutside ? "outside" : troubleOf(position, wish),
    accuracyM: position.state === "found" ? position.accuracyM : 0,
    locate: own.ask,
    forget: own.forget,
    pick(spot) {
      own.forget();
      const isInside = boundsContain(bounds, spot[0], spot[1]);
      setIsOutside(!isInside);
      if (isInside) onFound({ position: spot, accuracyM: null });
    },
  };
}

function troubleOf(own: OwnPosition, { bounds, roughestM }: SpotWish): SpotTrouble | null {
  if (own.state === "off") return null;
  if (own.state !== "found") return own.state;
  if (own.accuracyM > roughestM) return "rough";
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
