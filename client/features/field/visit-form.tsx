import { type FormEvent, useState } from "react";
import { type VisitOutcome, visitOutcomes } from "../../../domain/case/case-acts.ts";
import type { PlannedVisit } from "../../state/round-stops.ts";
import type { ActQueue } from "../../state/use-act-queue.ts";
import type { PhonePosition } from "../../state/use-position.ts";
import { useFieldText } from "../../text/field-text.ts";
import { PhotoPicker } from "../../ui/photo-picker.tsx";
import { ChoiceField } from "./choice-field.tsx";
import { useFieldCity } from "./field-city.ts";
import { useMarkedPhotos } from "./use-marked-photos.ts";

type VisitFormProps = {
  readonly visit: PlannedVisit;
  readonly asOf: string;
  readonly queue: ActQueue;
  readonly position: PhonePosition | null;
};

/** 已保持 or 又反弹, with a picture; kept on the phone until the server has it. */
export function VisitForm({ visit, asOf, queue, position }: VisitFormProps) {
  const { round: text, orders } = useFieldText();
  const { format } = useFieldCity();
  const { feature } = visit;
  const category = format.category(feature.properties.category);
  const [outcome, setOutcome] = useState<VisitOutcome | null>(null);
  const [note, setNote] = useState("");
  const [hasTried, setHasTried] = useState(false);
  const { list, isMarking } = useMarkedPhotos(feature, text.mark.title(category), position);
  const isBusy = isMarking || list.isBusy;
  const lack = outcome === null ? text.outcomeNeeded : missingNote(outcome, note, text.noteNeeded);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setHasTried(true);
    if (outcome === null || lack !== null || isBusy) return;
    queue.give({
      problemId: feature.properties.id,
      title: `${text.outcome} ${category}`,
      version: feature.properties.version,
      seenAt: asOf,
      act: {
        act: "record-visit",
        visitId: visit.id,
        outcome,
        ...(note.trim() !== "" && { note: note.trim() }),
      },
      pictures: list.blobs,
    });
  }
  return (
    <form className="field-form" onSubmit={submit} aria-label={text.arrive}>
      <PhotoPicker list={list} label={text.photos} hasHint={false} />
      <ChoiceField
        name={`outcome-${visit.id}`}
        label={text.outcome}
        choices={visitOutcomes}
        words={text}
        value={outcome}
        onChoose={setOutcome}
      />
      {outcome === "relapsed" && <p className="field-facts">{text.relapsedHint}</p>}
      <label className="field-label">
        {text.note}
        <textarea
          rows={2}
          maxLength={2000}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </label>
      {hasTried && lack !== null && (
        <p className="field-refused" role="alert">
          {lack}
        </p>
      )}
      <button type="submit" className="phone-button primary" disabled={isBusy}>
        {isMarking ? text.marking : isBusy ? orders.preparing : text.send}
      </button>
    </form>
  );
}

/** The new report of a relapse is described by the note. */
function missingNote(outcome: VisitOutcome, note: string, said: string): string | null {
  return outcome === "relapsed" && note.trim() === "" ? said : null;
}
