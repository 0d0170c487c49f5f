import { useEffect, useRef, useState } from "react";
import type { CityManifest } from "../../../domain/contract/city.ts";
import { boundsContain } from "../../../domain/spatial/lng-lat.ts";
import type { Spot } from "../../api/report-queries.ts";
import { type OwnPosition, useOwnPosition } from "../../state/use-own-position.ts";
import type { ReportDraft } from "./report-draft.ts";

/** A phone that knows no better than this would put the report on another street. */
const ROUGHEST_M = 200;

type Bounds = CityManifest["bounds"];

/** What stands in the way of a spot; null: nothing, or nothing was asked. */
export type PlaceTrouble = "asking" | "refused" | "rough" | "outside";

type Place = {
  readonly trouble: PlaceTrouble | null;
  /** As the phone says, where that is too rough. */
  readonly accuracyM: number;
  /** Asks the phone. */
  locate(): void;
  /** Takes a spot of the map. */
  pick(spot: Spot): void;
};

/** Finds the spot of a report. What is too rough or not in the city is not taken. */
export function usePlace(
  bounds: Bounds,
  draft: ReportDraft,
  onChange: (part: Partial<ReportDraft>) => void,
): Place {
  const [isOutside, setIsOutside] = useState(false);
  const own = useOwnPosition((found) => {
    setIsOutside(false);
    if (troubleOf(found, bounds) !== null) return;
    onChange({ position: [found.lng, found.lat], accuracyM: found.accuracyM });
  });
  const first = useRef({ ask: own.ask, isKnown: draft.position !== null });
  useEffect(() => askWhereAllowed(first.current), []);
  const { position } = own;
  return {
    trouble: isOutside ? "outside" : troubleOf(position, bounds),
    accuracyM: position.state === "found" ? position.accuracyM : 0,
    locate: own.ask,
    pick(spot) {
      own.forget();
      const isInside = boundsContain(bounds, spot[0], spot[1]);
      setIsOutside(!isInside);
      if (isInside) onChange({ position: spot, accuracyM: null });
    },
  };
}

function troubleOf(own: OwnPosition, bounds: Bounds): PlaceTrouble | null {
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
