import { type FormEvent, useEffect, useRef, useState } from "react";
import { adStates } from "../../../domain/ads/ad.ts";
import type { CityManifest } from "../../../domain/contract/city.ts";
import type { Theme } from "../../app/theme.ts";
import { usePhotos } from "../../state/use-photos.ts";
import { useAdRegisterText } from "../../text/ad-register-text.ts";
import { useStreetText } from "../../text/street-text.ts";
import { PhotoPicker } from "../../ui/photo-picker.tsx";
import type { AdDraft, AdState } from "./ad-draft.ts";
import { ChoiceField } from "./choice-field.tsx";
import { FacingField } from "./facing-field.tsx";
import { PlaceField } from "./place-field.tsx";

type AdFormProps = {
  readonly city: CityManifest;
  readonly theme: Theme;
  readonly draft: AdDraft;
  /** That the form begins with. */
  readonly picture: Blob | null;
  readonly isSending: boolean;
  readonly onChange: (part: Partial<AdDraft>) => void;
  readonly onSubmit: (picture: Blob | null) => void;
};

/** One form, top to bottom as somebody in the street goes: picture, where, what, how it is. */
export function AdForm({
  city,
  theme,
  draft,
  picture,
  isSending,
  onChange,
  onSubmit,
}: AdFormProps) {
  const text = useAdRegisterText();
  const { submitting } = useStreetText();
  const photos = usePhotos({ to: "later", most: 1 });
  const first = useRef({ add: photos.add, picture });
  useEffect(() => {
    const { add, picture: begun } = first.current;
    if (begun) add([begun]);
    first.current = { add, picture: null };
  }, []);
  const [isTried, setIsTried] = useState(false);
  const missing = missingOf(draft, photos.isBusy);
  function submit(event: FormEvent): void {
    event.preventDefault();
    setIsTried(true);
    if (missing === null && !isSending) onSubmit(photos.blobs[0] ?? null);
  }
  return (
    <form className="street-card street-form" onSubmit={submit} data-testid="ad-form">
      <PhotoPicker list={photos} label={text.photo} hasHint={false} />
      <PlaceField city={city} theme={theme} draft={draft} onChange={onChange} />
      <WhatFields draft={draft} onChange={onChange} />
      <FacingField value={draft.facing} onChange={(facing) => onChange({ facing })} />
      <label className="street-field">
        <span className="street-label">{text.note}</span>
        <textarea
          rows={2}
          maxLength={500}
          placeholder={text.noteHint}
          value={draft.note}
          onChange={({ target }) => onChange({ note: target.value })}
        />
      </label>
      <div className="street-send">
        <p role="alert">{isTried && missing !== null && text.needed[missing]}</p>
        <button type="submit" className="button primary" aria-disabled={isSending}>
          {isSending ? submitting : draft.id === null ? text.submit : text.submitUpdate}
        </button>
      </div>
    </form>
  );
}

type WhatProps = Pick<AdFormProps, "draft" | "onChange">;

function WhatFields({ draft, onChange }: WhatProps) {
  const text = useAdRegisterText();
  const { carrier, theme, state } = draft;
  return (
    <>
      <ChoiceField
        key={`carrier ${draft.clientId} ${draft.id}`}
        label={text.carrier}
        choices={Object.entries(text.carriers)}
        value={carrier}
        onChange={(value) => onChange({ carrier: value })}
        hasOther
      />
      <ChoiceField<AdState>
        label={text.state}
        choices={adStates.map((each) => [each, text.states[each]] as const)}
        value={state}
        onChange={(value) => onChange({ state: value })}
      />
      <ChoiceField
        key={`theme ${draft.clientId} ${draft.id}`}
        label={text.theme}
        choices={[...Object.entries(text.themes), ["", text.noTheme] as const]}
        value={theme}
        onChange={(value) => onChange({ theme: value })}
        isOptional
        hasOther
      />
    </>
  );
}

type Missing = "place" | "carrier" | "state" | "photo";

function missingOf({ position, carrier, state }: AdDraft, isBusy: boolean): Missing | null {
  if (position === null) return "place";
  if (carrier === null || carrier.trim() === "") return "carrier";
  if (state === null) return "state";
  return isBusy ? "photo" : null;
}
