import { type FormEvent, useState } from "react";
import type { ProblemFeature } from "../../../domain/contract/problems.ts";
import type { ActQueue } from "../../state/use-act-queue.ts";
import type { PhonePosition } from "../../state/use-position.ts";
import { useFieldText } from "../../text/field-text.ts";
import { PhotoPicker } from "../../ui/photo-picker.tsx";
import { ChoiceField } from "./choice-field.tsx";
import { useFieldCity } from "./field-city.ts";
import { useMarkedPhotos } from "./use-marked-photos.ts";

const decisions = ["pass", "rework"] as const;
type Decision = (typeof decisions)[number];

type CheckFormProps = {
  readonly feature: ProblemFeature;
  readonly asOf: string;
  readonly queue: ActQueue;
  readonly position: PhonePosition | null;
};

/** 核查通过, or 返工 with the reason; kept on the phone until the server has it. */
export function CheckForm({ feature, asOf, queue, position }: CheckFormProps) {
  const { round: text, orders } = useFieldText();
  const { format } = useFieldCity();
  const category = format.category(feature.properties.category);
  const [decision, setDecision] = useState<Decision | null>(null);
  const [words, setWords] = useState("");
  const [hasTried, setHasTried] = useState(false);
  const { list, isMarking } = useMarkedPhotos(feature, text.mark.check(category), position);
  const isBusy = isMarking || list.isBusy;
  const said = words.trim();
  const isUnsaid = decision === "rework" && said === "";
  const lack = decision === null ? text.decisionNeeded : isUnsaid ? text.reasonNeeded : null;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setHasTried(true);
    if (decision === null || lack !== null || isBusy) return;
    queue.give({
      problemId: feature.properties.id,
      title: `${text.check} ${category}`,
      version: feature.properties.version,
      seenAt: asOf,
      act: {
        act: decision,
        ...(decision === "rework" && { reason: said }),
        ...(decision === "pass" && said !== "" && { note: said }),
      },
      pictures: list.blobs,
    });
  }
  return (
    <form className="field-form" onSubmit={submit} aria-label={text.check}>
      <PhotoPicker list={list} label={text.photos} hasHint={false} />
      <ChoiceField
        name={`check-${feature.properties.id}`}
        label={text.decision}
        choices={decisions}
        words={text}
        value={decision}
        onChoose={setDecision}
      />
      <label className="field-label">
        {decision === "rework" ? text.reason : text.note}
        <textarea
          rows={2}
          maxLength={500}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      </label>
      {hasTried && lack !== null && (
        <p className="field-refused" role="alert">
          {lack}
        </p>
      )}
      <button type="submit" className="phone-button primary" disabled={isBusy}>
        {isMarking ? text.marking : isBusy ? orders.preparing : text.sendCheck}
      </button>
    </form>
  );
}
