import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useId, useRef, useState } from "react";
import type { CityManifest } from "../../../domain/contract/city.ts";
import type { PublicPlace } from "../../../domain/contract/public-reports.ts";
import { boundsContain } from "../../../domain/spatial/lng-lat.ts";
import { placeNameQuery, type Spot } from "../../api/report-queries.ts";
import type { Theme } from "../../app/theme.ts";
import {
  type FoundPosition,
  type OwnPosition,
  useOwnPosition,
} from "../../state/use-own-position.ts";
import { useReportText } from "../../text/report-text.ts";
import { Fallible } from "../../ui/fallible.tsx";
import type { ReportDraft } from "./report-draft.ts";

const PickMap = lazy(async () => ({ default: (await import("./pick-map.tsx")).PickMap }));

/** A phone that knows no better than this would put the report on another street. */
const ROUGHEST_M = 200;

type PlaceFieldProps = {
  readonly city: CityManifest;
  readonly theme: Theme;
  readonly draft: ReportDraft;
  readonly onChange: (part: Partial<ReportDraft>) => void;
};

/** Where the problem is: where the phone stands, a spot on the map, or an address in words. */
export function PlaceField({ city, theme, draft, onChange }: PlaceFieldProps) {
  const { position, accuracyM, address } = draft;
  const text = useReportText();
  const id = useId();
  const { bounds } = city;
  const own = useOwnPosition((found) => {
    if (!isGood(found, bounds)) return;
    setIsOutside(false);
    onChange({ position: [found.lng, found.lat], accuracyM: found.accuracyM });
  });
  const [isMapShown, setIsMapShown] = useState(false);
  const [isOutside, setIsOutside] = useState(false);
  const first = useRef({ ask: own.ask, isKnown: position !== null });
  useEffect(() => askWhereAllowed(first.current), []);
  function pick(spot: Spot): void {
    own.forget();
    const isInside = boundsContain(bounds, spot[0], spot[1]);
    setIsOutside(!isInside);
    if (isInside) onChange({ position: spot, accuracyM: null });
  }
  return (
    <fieldset className="report-field">
      <legend className="report-label">{text.place}</legend>
      <p className="report-ways">
        <button type="button" className="button" onClick={own.ask}>
          {accuracyM !== null ? text.locateAgain : text.locate}
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
      <p role="status" className="report-located">
        <PositionWords own={own.position} bounds={bounds} isOutside={isOutside} draft={draft} />
      </p>
      {isMapShown && (
        <Fallible>
          <Suspense fallback={<p className="report-map muted">{text.loadingMap}</p>}>
            <PickMap city={city} theme={theme} position={position} onPick={pick} />
          </Suspense>
        </Fallible>
      )}
      <label className="report-sub-label" htmlFor={id}>
        {text.address}
      </label>
      <input
        id={id}
        type="text"
        maxLength={300}
        autoComplete="off"
        placeholder={text.addressHint}
        value={address}
        onChange={({ target }) => onChange({ address: target.value })}
      />
    </fieldset>
  );
}

type WordsProps = {
  readonly own: OwnPosition;
  readonly bounds: CityManifest["bounds"];
  readonly isOutside: boolean;
  readonly draft: ReportDraft;
};

function PositionWords({ own, bounds, isOutside, draft }: WordsProps) {
  const { position: spot, accuracyM } = draft;
  const text = useReportText();
  const named = useQuery({ ...placeNameQuery(spot ?? [0, 0]), enabled: spot !== null });
  if (own.state === "asking") return text.locating;
  if (own.state === "refused") {
    return <Trouble words={window.isSecureContext ? text.noPosition : text.noSecure} />;
  }
  if (own.state === "found" && own.accuracyM > ROUGHEST_M) {
    return <Trouble words={text.rough(text.metres(own.accuracyM))} />;
  }
  if (isOutside || (own.state === "found" && !isGood(own, bounds))) {
    return <Trouble words={text.outside} />;
  }
  if (spot === null) return null;
  const words = named.data && placeWords(named.data);
  return (
    <>
      {accuracyM === null ? text.picked : text.located(text.metres(accuracyM))}
      {words && <span className="report-named">{text.near(words)}</span>}
    </>
  );
}

function Trouble({ words }: { readonly words: string }) {
  return <span className="report-trouble">{words}</span>;
}

function placeWords({ zone, community, road }: PublicPlace): string | null {
  return [community ?? zone, road].filter(Boolean).join(" ") || null;
}

function isGood({ lng, lat, accuracyM }: FoundPosition, bounds: CityManifest["bounds"]): boolean {
  return accuracyM <= ROUGHEST_M && boundsContain(bounds, lng, lat);
}

/** Asks at once where the browser need not ask the person. */
function askWhereAllowed({ ask, isKnown }: { ask: () => void; isKnown: boolean }): void {
  if (isKnown || !navigator.permissions) return;
  void navigator.permissions.query({ name: "geolocation" }).then(
    ({ state }) => state === "granted" && ask(),
    () => undefined,
  );
}
