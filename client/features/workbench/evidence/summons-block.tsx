import { useState } from "react";
import type { PlaceEvidence, SummonsDecision } from "../../../../domain/contract/recurrence.ts";
import type { RecurrenceSettings } from "../../../../domain/recurrence/params.ts";
import { standingDecision } from "../../../state/place-evidence.ts";
import { useCityFormat } from "../../../state/use-city-format.ts";
import { useCan } from "../../../state/viewer.ts";
import { useWorkbenchUrl } from "../../../state/workbench-state.ts";
import { useText } from "../../../text/use-text.ts";
import { DecisionForm } from "./decision-form.tsx";

type SummonsBlockProps = {
  readonly place: PlaceEvidence;
  readonly settings: RecurrenceSettings;
};

/** 约谈建议: why the place is one, what people made of it, and a record of what somebody makes of it now. */
export function SummonsBlock({ place, settings }: SummonsBlockProps) {
  const text = useText();
  const [url] = useWorkbenchUrl();
  const canDecide = useCan("decide");
  const [isReviewing, setIsReviewing] = useState(false);
  if (!place.isSuggested && place.decisions.length === 0) return null;
  const standing = standingDecision(place);
  const isLookingBack = url.asOf !== undefined;
  const { summons, class: classRule } = settings;
  const isOpen = canDecide && place.isSuggested && !isLookingBack && (isReviewing || !standing);
  return (
    <footer className="drawer-actions summons" data-testid="summons">
      <strong className="meets">{place.isSuggested ? text.summons.meets : text.summons.met}</strong>
      {place.isSuggested && (
        <p className="rule">
          {text.summons.rule(
            summons.newMinK,
            String(Math.round(summons.minConfidence * 100)),
            classRule.recentDays,
            summons.minRecent,
          )}
          {text.summons.recordOnly}
        </p>
      )}
      {place.decisions.length > 0 && <Decisions decisions={place.decisions} />}
      {place.isSuggested && place.decisions.length > 0 && !standing && (
        <p className="defect">{text.summons.returnedSince}</p>
      )}
      {place.isSuggested && isLookingBack && <p className="muted">{text.summons.lookingBack}</p>}
      {isOpen && <DecisionForm placeId={place.id} onDone={() => setIsReviewing(false)} />}
      {canDecide && place.isSuggested && !isLookingBack && standing && !isReviewing && (
        <button type="button" className="link" onClick={() => setIsReviewing(true)}>
          {text.summons.again}
        </button>
      )}
    </footer>
  );
}

function Decisions({ decisions }: { readonly decisions: readonly SummonsDecision[] }) {
  const text = useText();
  const format = useCityFormat();
  return (
    <ol className="decisions" aria-label={text.summons.history}>
      {decisions.toReversed().map(({ decision, reason, actor, decidedAt, k }) => (
        <li key={decidedAt}>
          <strong>{text.summons.states[decision]}</strong> {reason}
          <br />
          <span>
            {format.fullMinute(decidedAt)} · {text.summons.decided(actor, k)}
          </span>
        </li>
      ))}
    </ol>
  );
}
