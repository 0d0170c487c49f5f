import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { AdsNear } from "../../../domain/contract/ads-inventory.ts";
import type { CityManifest } from "../../../domain/contract/city.ts";
import { adsNearQuery } from "../../api/ad-register-queries.ts";
import type { Spot } from "../../api/report-queries.ts";
import type { Theme } from "../../app/theme.ts";
import { useOnline } from "../../state/use-online.ts";
import { useSpot } from "../../state/use-spot.ts";
import { SpotField } from "../../street/spot-field.tsx";
import { useAdRegisterText } from "../../text/ad-register-text.ts";
import { useStreetText } from "../../text/street-text.ts";
import type { AdDraft } from "./ad-draft.ts";
import { NearList } from "./near-list.tsx";
import { RoadWords } from "./road-words.tsx";

type PlaceFieldProps = {
  readonly city: CityManifest;
  readonly theme: Theme;
  readonly draft: AdDraft;
  readonly onChange: (part: Partial<AdDraft>) => void;
};

/** A phone that knows no better than this would put the ad by another road. */
const ROUGHEST_M = 50;
/** From here on the spot should be looked at on the map. */
const ROUGH_M = 15;
const NEAR_ZOOM = 17;

/** Where the ad stands, which road it counts for, and what is known about the spot. */
export function PlaceField({ city, theme, draft, onChange }: PlaceFieldProps) {
  const text = useAdRegisterText();
  const { position, accuracyM, carrier, facing } = draft;
  const spot = useSpot({
    bounds: city.bounds,
    roughestM: ROUGHEST_M,
    isKnown: position !== null,
    onFound: onChange,
  });
  const near = useQuery({
    ...adsNearQuery({ position: position ?? [0, 0], carrier, facing }),
    enabled: position !== null,
    placeholderData: (before) => before,
  });
  const known = position === null ? undefined : near.data;
  const others = useMemo(() => (known?.ads ?? []).map(spotOf), [known]);
  function choose(ad: AdsNear["ads"][number]["ad"] | null): void {
    spot.forget();
    onChange(ad === null ? { id: null } : chosenPart(ad));
  }
  return (
    <SpotField
      spot={spot}
      isLocated={accuracyM !== null}
      found={<SpotWords draft={draft} />}
      words={{ ...text, rough: (metres) => text.rough(text.metres(metres)) }}
      map={{
        ...{ city, theme, position, others, zoom: NEAR_ZOOM },
        ...{ label: text.mapLabel, hint: text.mapHint },
      }}
    >
      {position !== null && <Around near={near} />}
      {known && <NearList near={known} chosen={draft.id} onChoose={choose} />}
    </SpotField>
  );
}

function spotOf({ ad }: AdsNear["ads"][number]): Spot {
  return [ad.position[0], ad.position[1]];
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
  return isPending ? <p className="street-hint">{text.checking}</p> : null;
}

function SpotWords({ draft: { id, position, accuracyM } }: Pick<PlaceFieldProps, "draft">) {
  const text = useAdRegisterText();
  const street = useStreetText();
  if (position === null) return null;
  if (accuracyM === null) return id === null ? street.picked : text.ofAd;
  const words = street.located(text.metres(accuracyM));
  return accuracyM > ROUGH_M ? `${words}。${text.checkOnMap}` : words;
}
