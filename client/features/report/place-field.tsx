import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useId, useState } from "react";
import type { CityManifest } from "../../../domain/contract/city.ts";
import type { PublicPlace } from "../../../domain/contract/public-reports.ts";
import { placeNameQuery } from "../../api/report-queries.ts";
import type { Theme } from "../../app/theme.ts";
import { useReportText } from "../../text/report-text.ts";
import { Fallible } from "../../ui/fallible.tsx";
import type { ReportDraft } from "./report-draft.ts";
import { type PlaceTrouble, usePlace } from "./use-place.ts";

const PickMap = lazy(async () => ({ default: (await import("./pick-map.tsx")).PickMap }));

type PlaceFieldProps = {
  readonly city: CityManifest;
  readonly theme: Theme;
  readonly draft: ReportDraft;
  readonly onChange: (part: Partial<ReportDraft>) => void;
};

/** Where the problem is: where the phone stands, a spot on the map, or an address in words. */
export function PlaceField({ city, theme, draft, onChange }: PlaceFieldProps) {
  const text = useReportText();
  const place = usePlace(city.bounds, draft, onChange);
  const [isMapShown, setIsMapShown] = useState(false);
  return (
    <fieldset className="report-field">
      <legend className="report-label">{text.place}</legend>
      <p className="report-ways">
        <button type="button" className="button" onClick={place.locate}>
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
      <p role="status" className="report-located">
        {place.trouble === null ? (
          <SpotWords draft={draft} />
        ) : (
          <TroubleWords trouble={place.trouble} accuracyM={place.accuracyM} />
        )}
      </p>
      {isMapShown && (
        <Fallible>
          <Suspense fallback={<p className="report-map muted">{text.loadingMap}</p>}>
            <PickMap city={city} theme={theme} position={draft.position} onPick={place.pick} />
          </Suspense>
        </Fallible>
      )}
      <AddressField value={draft.address} onChange={(address) => onChange({ address })} />
    </fieldset>
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
  const named = useQuery({ ...placeNameQuery(position ?? [0, 0]), enabled: position !== null });
  if (position === null) return null;
  const words = named.data && placeWords(named.data);
  return (
    <>
      {accuracyM === null ? text.picked : text.located(text.metres(accuracyM))}
      {words && <span className="report-named">{text.near(words)}</span>}
    </>
  );
}

type TroubleProps = { readonly trouble: PlaceTrouble; readonly accuracyM: number };

function TroubleWords({ trouble, accuracyM }: TroubleProps) {
  const text = useReportText();
  if (trouble === "asking") return text.locating;
  const words = {
    refused: window.isSecureContext ? text.noPosition : text.noSecure,
    rough: text.rough(text.metres(accuracyM)),
    outside: text.outside,
  }[trouble];
  return <span className="report-trouble">{words}</span>;
}

function placeWords({ zone, community, road }: PublicPlace): string | null {
  return [community ?? zone, road].filter(Boolean).join(" ") || null;
}
