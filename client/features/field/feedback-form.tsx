import { type FormEvent, useState } from "react";
import type { CaseInHand } from "../../../domain/contract/visits.ts";
import { useCaseWords } from "../../case/use-case-words.ts";
import type { ActQueue } from "../../state/use-act-queue.ts";
import { usePhotos } from "../../state/use-photos.ts";
import { useFieldText } from "../../text/field-text.ts";
import { PhotoPicker } from "../../ui/photo-picker.tsx";
import { useFieldCity } from "./field-city.ts";

type FeedbackFormProps = {
  readonly inHand: CaseInHand;
  readonly asOf: string;
  readonly queue: ActQueue;
};

/** 处置反馈: what was done, with pictures; kept on the phone until the server has it. */
export function FeedbackForm({ inHand, asOf, queue }: FeedbackFormProps) {
  const { orders: text } = useFieldText();
  const { format } = useFieldCity();
  const words = useCaseWords();
  const [note, setNote] = useState("");
  const [hasTried, setHasTried] = useState(false);
  const photos = usePhotos({ to: "later" });
  const { feature } = inHand;
  const isEmpty = note.trim() === "" && photos.blobs.length === 0;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setHasTried(true);
    if (isEmpty || photos.isBusy) return;
    queue.give({
      problemId: feature.properties.id,
      title: `${text.feedback} ${format.category(feature.properties.category)}`,
      version: feature.properties.version,
      seenAt: asOf,
      act: {
        act: "rectify",
        ...(note.trim() !== "" && { note: note.trim() }),
      },
      pictures: photos.blobs,
    });
  }
  return (
    <form className="field-form" onSubmit={submit} aria-label={text.feedback}>
      <h3>{text.feedback}</h3>
      <label className="field-label">
        <span>
          {text.note} <span className="muted">{text.noteHint}</span>
        </span>
        <textarea
          rows={3}
          maxLength={2000}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </label>
      <PhotoPicker list={photos} label={text.photos} />
      {hasTried && isEmpty && (
        <p className="field-refused" role="alert">
          {words.refusals["evidence-missing"]}
        </p>
      )}
      <button type="submit" className="phone-button primary" disabled={photos.isBusy}>
        {photos.isBusy ? text.preparing : text.send}
      </button>
    </form>
  );
}
