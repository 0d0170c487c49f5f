import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import type { AdsNear } from "../../../domain/contract/ads-inventory.ts";
import type { CityManifest } from "../../../domain/contract/city.ts";
import { adsNearQuery } from "../../api/ad-register-queries.ts";
import type { Theme } from "../../app/theme.ts";
import { useOnline } from "../../state/use-online.ts";
import { useAdRegisterText } from "../../text/ad-register-text.ts";
import { Fallible } from "../../ui/fallible.tsx";
import type { AdDraft } from "./ad-draft.ts";
import { NearList } from "./near-list.tsx";
import { RoadWords } from "./road-words.tsx";
import { ROUGH_M, type SpotTrouble, useSpot } from "./use-spot.ts";

const SpotMap = lazy(async () => ({ default: (await import("./spot-map.tsx")).SpotMap }));

type PlaceFieldProps = {
  readonly city: CityManifest;
  readonly theme: Theme;
  readonly draft: AdDraft;
  readonly onChange: (part: Partial<AdDraft>) => void;
};

const none: AdsNear["ads"] = [];

/** Where the ad stands, which road it counts for, and what is known about the spot. */
export function PlaceField({ city, theme, draft, onChange }: PlaceFieldProps) {
  const text = useAdRegisterText();
  const spot = useSpot(city.bounds, draft, onChange);
  const [isMapShown, setIsMapShown] = useState(false);
  const { position, carrier, facing } = draft;
  const near = useQuery({
    ...adsNearQuery({ position: position ?? [0, 0], carrier, facing }),
    enabled: position !== null,
    placeholderData: (before) => before,
  });
  const known = position === null ? undefined : near.data;
  function choose(ad: AdsNear["ads"][number]["ad"] | null): void {
    spot.forget();
    onChange(ad === null ? { id: null } : chosenPart(ad));
  }
  return (
    <fieldset className="adr-field">
      <legend>{text.place}</legend>
      <p className="adr-ways">
        <button type="button" className="button" onClick={spot.locate}>
          {draft.accuracyM !== null ? text.locateAgain : text.locate}
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
      <p role="status" className="adr-located">
        {spot.trouble === null ? (
          <SpotWords draft={draft} />
        ) : (
          <TroubleWords trouble={spot.trouble} accuracyM={spot.accuracyM} />
        )}
      </p>
      {isMapShown && (
        <Fallible>
          <Suspense fallback={<p className="adr-map adr-hint">{text.loadingMap}</p>}>
            <SpotMap
              city={city}
              theme={theme}
              position={position}
              others={known?.ads ?? none}
              onPick={spot.pick}
            />
          </Suspense>
        </Fallible>
      )}
      {position !== null && <Around near={near} />}
      {known && <NearList near={known} chosen={draft.id} onChoose={choose} />}
    </fieldset>
  );
}

/** The form as the chosen ad is known; what is not changed stays as it is. */
function chosenPart(ad: AdsNear["ads"][number]["ad"]): Partial<AdDraft> {
  return {
    id: ad.id,
    position: [ad.position[0], ad.position[1]],
    accuracyM: null,
    carrier: ad.carrier ?? null,
    theme: ad.theme ?? null,
    state: ad.state,
    facing: ad.facing ?? null,
  };
}

type Asked = {
  readonly data: AdsNear | undefined;
  readonly error: Error | null;
  readonly isPending: boolean;
};

function Around({ near: { data, error, isPending } }: { readonly near: Asked }) {
  const text = useAdRegisterText().road;
  const isOnline = useOnline();
  if (data) return <RoadWords near={data} />;
  if (!isOnline) return <p className="adr-road is-none">{text.offline}</p>;
  if (error) return <p className="adr-road is-none">{error.message}</p>;
  return isPending ? <p className="adr-hint">{text.checking}</p> : null;
}

function SpotWords({ draft: { id, position, accuracyM } }: Pick<PlaceFieldProps, "draft">) {
  const text = useAdRegisterText();
  if (position === null) return null;
  if (accuracyM === null) return id === null ? text.picked : text.ofAd;
  const words = text.located(text.metres(accuracyM));
  return accuracyM > ROUGH_M ? `${words}。${text.checkOnMap}` : words;
}

type TroubleProps = { readonly trouble: SpotTrouble; readonly accuracyM: number };

function TroubleWords({ trouble, accuracyM }: TroubleProps) {
  const text = useAdRegisterText();
  if (trouble === "asking") return text.locating;
  const words = {
    refused: window.isSecureContext ? text.noPosition : text.noSecure,
    rough: text.rough(text.metres(accuracyM)),
    outside: text.outside,
  }[trouble];
  return <span className="adr-trouble">{words}</span>;
}
