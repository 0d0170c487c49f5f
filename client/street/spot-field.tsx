import { lazy, type ReactNode, Suspense, useState } from "react";
import type { FoundSpot } from "../state/use-spot.ts";
import { useStreetText } from "../text/street-text.ts";
import { Fallible } from "../ui/fallible.tsx";
import type { SpotMapProps } from "./spot-map.tsx";

const SpotMap = lazy(async () => ({ default: (await import("./spot-map.tsx")).SpotMap }));

type SpotFieldProps = {
  readonly spot: FoundSpot;
  /** Whether the position is the phone's own. */
  readonly isLocated: boolean;
  /** What is said of the spot where nothing stands in its way. */
  readonly found: ReactNode;
  readonly words: TroubleWords;
  readonly map: Omit<SpotMapProps, "onPick">;
  readonly children: ReactNode;
};

/** What the page itself says of a spot that is not taken. */
type TroubleWords = {
  readonly noPosition: string;
  /** Pages that come without TLS. */
  readonly noSecure: string;
  rough(accuracyM: number): string;
};

/** Where it is: where the phone stands, or a spot on the map. */
export function SpotField({ spot, isLocated, found, words, map, children }: SpotFieldProps) {
  const text = useStreetText();
  const [isMapShown, setIsMapShown] = useState(false);
  return (
    <fieldset className="street-field">
      <legend className="street-label">{text.place}</legend>
      <p className="street-ways">
        <button type="button" className="button" onClick={spot.locate}>
          {isLocated ? text.locateAgain : text.locate}
        </button>
        <button
          type="button"
          className="button"
          aria-expanded={isMapShown}
          onClick={() => setIsMapShown(!isMapShown)}
        >
          {isMapShown ? text.hideMap : text.onMap}
        </button>
      </p>
      <p role="status" className="street-located">
        {spot.trouble === null ? found : <Trouble spot={spot} words={words} />}
      </p>
      {isMapShown && (
        <Fallible>
          <Suspense fallback={<p className="street-map street-hint">{text.loadingMap}</p>}>
            <SpotMap {...map} onPick={spot.pick} />
          </Suspense>
        </Fallible>
      )}
      {children}
    </fieldset>
  );
}

function Trouble({ spot, words }: Pick<SpotFieldProps, "spot" | "words">) {
  const text = useStreetText();
  const { trouble, accuracyM } = spot;
  if (trouble === null) return null;
  if (trouble === "asking") return text.locating;
  const said = {
    refused: window.isSecureContext ? words.noPosition : words.noSecure,
    rough: words.rough(accuracyM),
    outside: text.outside,
  }[trouble];
  return <span className="street-trouble">{said}</span>;
}
