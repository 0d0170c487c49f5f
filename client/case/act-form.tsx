import { type FormEvent, useEffect, useRef, useState } from "react";
import type { CaseActBody, CaseBody } from "../../domain/contract/cases.ts";
import type { PhotoMark } from "../state/shrink-photo.ts";
import { usePhotos } from "../state/use-photos.ts";
import { useCaseText } from "../text/case-text.ts";
import { PhotoPicker } from "../ui/photo-picker.tsx";
import { ActFieldView } from "./act-field-view.tsx";
import { type ActDraft, fieldsOf, freshDraft, lackOf, sentAct } from "./act-fields.ts";
import { useCaseCity } from "./case-city.ts";
import { useCaseWords } from "./use-case-words.ts";

type ActFormProps = {
  readonly file: CaseBody;
  readonly offered: CaseBody["allowed"][number];
  readonly title: string;
  readonly isBusy: boolean;
  readonly onTake: (act: CaseActBody) => void;
  readonly onClose: () => void;
  readonly mark?: PhotoMark;
};

/** Asks for what one act needs; Escape and 取消 leave it. */
export function ActForm({ file, offered, title, isBusy, onTake, onClose, mark }: ActFormProps) {
  const text = useCaseText().caseBlock.form;
  const words = useCaseWords();
  const { city, format, toLocal, toInstant } = useCaseCity();
  const { act, needs } = offered;
  const clock = { now: format.instant(city.now), toLocal };
  const [draft, setDraft] = useState<ActDraft>(() => freshDraft(act, file, clock));
  const [hasTried, setHasTried] = useState(false);
  const photos = usePhotos({ to: "account", ...(mark && { mark }) });
  const form = useRef<HTMLFormElement>(null);
  const fields = fieldsOf(act, needs, draft, file);
  const lack = lackOf(fields, draft, photos.files);
  // Where nothing is missing Enter is enough.
  const first = useRef(lack === null ? "button[type=submit]" : "select, textarea, input");
  useEffect(() => form.current?.querySelector<HTMLElement>(first.current)?.focus(), []);
  function submit(event: FormEvent): void {
    event.preventDefault();
    setHasTried(true);
    if (lack === null && !isBusy && !photos.isBusy) {
      onTake(sentAct(act, fields, draft, photos.files, toInstant));
    }
  }
  return (
    <form
      ref={form}
      className="case-form"
      aria-label={text.label(title)}
      data-testid="act-form"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === "Enter" && event.ctrlKey) form.current?.requestSubmit();
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      {act === "close-directly" && <p className="case-note">{text.direct}</p>}
      {act === "withdraw" && <p className="case-note">{text.withdraw}</p>}
      {fields.map((field) => (
        <ActFieldView
          key={field.name}
          field={field}
          act={act}
          file={file}
          draft={draft}
          onChange={(part) => setDraft({ ...draft, ...part })}
        />
      ))}
      {fields.some(({ name }) => name === "evidence") && (
        <PhotoPicker list={photos} hasHint={false} />
      )}
      {hasTried && lack && (
        <p className="case-refused" role="alert">
          {words.refusals[lack]}
        </p>
      )}
      <div className="case-buttons">
        <button type="submit" className="button primary" disabled={isBusy || photos.isBusy}>
          {isBusy ? text.busy : text.confirm(title)}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {text.cancel}
        </button>
      </div>
    </form>
  );
}
