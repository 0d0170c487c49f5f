import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import type { CityManifest } from "../../../domain/contract/city.ts";
import type { PublicPlace } from "../../../domain/contract/public-reports.ts";
import { placeNameQuery, type Spot } from "../../api/report-queries.ts";
import type { Theme } from "../../app/theme.ts";
import { useSpot } from "../../state/use-spot.ts";
import { SpotField } from "../../street/spot-field.tsx";
import { useReportText } from "../../text/report-text.ts";
import { useStreetText } from "../../text/street-text.ts";
import type { ReportDraft } from "./report-draft.ts";

type PlaceFieldProps = {
  readonly city: CityManifest;
  readonly theme: Theme;
  readonly draft: ReportDraft;
  readonly onChange: (part: Partial<ReportDraft>) => void;
};

/** A phone that knows no better than this would put the report on another street. */
const ROUGHEST_M = 200;
const NEAR_ZOOM = 16.5;
const none: readonly Spot[] = [];

/** Where the problem is: where the phone stands, a spot on the map, or an address in words. */
export function PlaceField({ city, theme, draft, onChange }: PlaceFieldProps) {
  const text = useReportText();
  const { position, accuracyM, address } = draft;
  const spot = useSpot({
    bounds: city.bounds,
    roughestM: ROUGHEST_M,
    isKnown: position !== null,
    onFound: onChange,
  });
  return (
    <SpotField
      spot={spot}
      isLocated={accuracyM !== null}
      found={<SpotWords draft={draft} />}
      words={{ ...text, rough: (metres) => text.rough(text.metres(metres)) }}
      map={{
        ...{ city, theme, position, others: none, zoom: NEAR_ZOOM },
        ...{ label: text.mapLabel, hint: text.mapHint },
      }}
    >
      <AddressField value={address} onChange={(value) => onChange({ address: value })} />
    </SpotField>
  );
}

type AddressProps = { readonly value: string; readonly onChange: (value: string) => void };

function AddressField({ value, onChange }: AddressProps) {
  const text = useReportText();
  const id = useId();
  return (
    <>
      <label className="report-sub-label" htmlFor={id}>
        {text.address}
      </label>
      <input
        id={id}
        type="text"
        maxLength={300}
        autoComplete="off"
        placeholder={text.addressHint}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </>
  );
}

/** The spot as it was found, and what it is called. */
function SpotWords({ draft: { position, accuracyM } }: Pick<PlaceFieldProps, "draft">) {
  const text = useReportText();
  const street = useStreetText();
  const named = useQuery({ ...placeNameQuery(position ?? [0, 0]), enabled: position !== null });
  if (position === null) return null;
  const words = named.data && placeWords(named.data);
  return (
    <>
      {accuracyM === null ? street.picked : street.located(text.metres(accuracyM))}
      {words && <span className="report-named">{text.near(words)}</span>}
    </>
  );
}

function placeWords({ zone, community, road }: PublicPlace): string | null {
  return [community ?? zone, road].filter(Boolean).join(" ") || null;
}
