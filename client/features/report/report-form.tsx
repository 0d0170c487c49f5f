import { type FormEvent, useEffect, useRef, useState } from "react";
import type { CityManifest } from "../../../domain/contract/city.ts";
import type { Theme } from "../../app/theme.ts";
import { usePhotos } from "../../state/use-photos.ts";
import { useReportText } from "../../text/report-text.ts";
import { useStreetText } from "../../text/street-text.ts";
import { PhotoPicker } from "../../ui/photo-picker.tsx";
import { CategoryPicker } from "./category-picker.tsx";
import { PlaceField } from "./place-field.tsx";
import type { ReportDraft } from "./report-draft.ts";
import { SimilarNote } from "./similar-note.tsx";

export type Reporter = {
  /** Null: anybody. */
  readonly account: string | null;
  /** What the role reports as unless another is chosen; null: a citizen. */
  readonly source: string | null;
};

type ReportFormProps = {
  readonly city: CityManifest;
  readonly theme: Theme;
  readonly reporter: Reporter;
  readonly draft: ReportDraft;
  /** That the form begins with. */
  readonly pictures: readonly Blob[];
  readonly isSending: boolean;
  readonly onChange: (part: Partial<ReportDraft>) => void;
  readonly onSame: () => void;
  readonly onSubmit: (photos: readonly Blob[]) => void;
};

const LENGTH_MAX = 1000;

/** One form, top to bottom as somebody in the street goes: picture, what, where, words. */
export function ReportForm(props: ReportFormProps) {
  const { city, theme, reporter, draft, isSending, onChange, onSame } = props;
  const text = useReportText();
  const { submitting } = useStreetText();
  const photos = usePhotos({ to: "later" });
  const first = useRef({ add: photos.add, pictures: props.pictures });
  useEffect(() => {
    const { add, pictures } = first.current;
    if (pictures.length > 0) add(pictures);
    first.current = { add, pictures: [] };
  }, []);
  const [isOther, setIsOther] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const { category, position, description } = draft;
  const missing = missingOf(draft, photos.isBusy);
  function submit(event: FormEvent): void {
    event.preventDefault();
    setIsTried(true);
    if (missing === null && !isSending) props.onSubmit(photos.blobs);
  }
  return (
    <form className="street-card street-form" onSubmit={submit} data-testid="report-form">
      <PhotoPicker list={photos} label={text.photos} />
      <CategoryPicker
        categories={city.categories}
        code={category}
        onChange={(code) => {
          setIsOther(false);
          onChange({ category: code });
        }}
      />
      <PlaceField city={city} theme={theme} draft={draft} onChange={onChange} />
      {category !== null && position !== null && !isOther && (
        <SimilarNote
          door={reporter.account === null ? "public" : "account"}
          spot={position}
          category={category}
          onSame={onSame}
          onOther={() => setIsOther(true)}
        />
      )}
      <DescriptionField
        value={description}
        onChange={(value) => onChange({ description: value })}
      />
      {reporter.source !== null && (
        <SourceField
          sources={city.sources}
          value={draft.source ?? reporter.source}
          onChange={(source) => onChange({ source })}
        />
      )}
      <div className="street-send">
        <p role="alert">{isTried && missing !== null && text.needed[missing]}</p>
        <button type="submit" className="button primary" aria-disabled={isSending}>
          {isSending ? submitting : text.submit}
        </button>
      </div>
    </form>
  );
}

type Missing = "category" | "place" | "photos";

function missingOf({ category, position, address }: ReportDraft, isBusy: boolean): Missing | null {
  if (category === null) return "category";
  if (position === null && address.trim() === "") return "place";
  return isBusy ? "photos" : null;
}

type TextFieldProps = { readonly value: string; readonly onChange: (value: string) => void };

function DescriptionField({ value, onChange }: TextFieldProps) {
  const text = useReportText();
  const left = LENGTH_MAX - value.length;
  return (
    <label className="street-field">
      <span className="street-label">{text.description}</span>
      <textarea
        rows={3}
        maxLength={LENGTH_MAX}
        placeholder={text.descriptionHint}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      {left < 100 && <span className="muted">{text.descriptionLeft(left)}</span>}
    </label>
  );
}

function SourceField({
  sources,
  value,
  onChange,
}: TextFieldProps & { readonly sources: CityManifest["sources"] }) {
  const text = useReportText();
  return (
    <label className="street-field">
      <span className="street-label">{text.source}</span>
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        {sources.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
