import type { KeyboardEvent } from "react";
import type { AdPlanSite } from "../../../../domain/contract/ads-plans.ts";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { chainageWords } from "../chainage.ts";
import { useNames } from "../use-names.ts";
import { usePlanDesk } from "./plan-desk-state.ts";
import { breakWords, faultWords } from "./site-reasons.ts";
import { metresBetween, stepAlong } from "./step-along.ts";
import { useMoveSite } from "./use-move-site.ts";
import { useSiteDrag } from "./use-site-drag.ts";

const STEP_M = 5;

/** A planned site is moved along its road, by hand on the map or by steps, and the rules say at once what that breaks. */
export function MoveCard({ site }: { readonly site: AdPlanSite }) {
  const text = useAdPlansText();
  const { roads } = useAdsDesk();
  const { moving } = usePlanDesk();
  const { place, isMoved, want, home } = useMoveSite();
  useSiteDrag(site, place, want);
  const axis = roads?.features.find(({ properties }) => properties.key === site.road)?.geometry;
  const canStep = axis !== undefined && place !== undefined;
  const steps = [
    { metres: -STEP_M, label: text.keys.backward, words: `← ${STEP_M} m` },
    { metres: STEP_M, label: text.keys.forward, words: `${STEP_M} m →` },
  ];

  function step(metres: number): void {
    const to = axis && place ? stepAlong(axis.coordinates, place, metres) : null;
    if (to) want(to, "nudge");
  }

  function onKey(event: KeyboardEvent): void {
    const metres = { ArrowLeft: -STEP_M, ArrowRight: STEP_M }[event.key];
    if (metres === undefined) return;
    event.preventDefault();
    step(metres);
  }

  return (
    <fieldset className="plan-move" aria-label={text.moveTitle} onKeyDown={onKey}>
      <p>
        {steps.map(({ metres, label, words }) => (
          <button
            type="button"
            className="button"
            key={metres}
            aria-label={label}
            disabled={!canStep}
            onClick={() => step(metres)}
          >
            {words}
          </button>
        ))}
        {isMoved && (
          <button type="button" className="link" onClick={home}>
            {text.keys.home}
          </button>
        )}
        <small className="muted">
          {isMoved && place
            ? text.movedBy(metresBetween(place, site.position).toFixed(0))
            : text.moveHint}
        </small>
      </p>
      {moving && <Verdict />}
    </fieldset>
  );
}

/** What the rules say of the place it is held or was let go at. */
function Verdict() {
  const text = useAdPlansText();
  const names = useNames();
  const { moving } = usePlanDesk();
  if (!moving) return null;
  if (moving.error) {
    return (
      <p className="plan-refused" role="alert">
        {text.moveFailed(moving.error.message)}
      </p>
    );
  }
  if (!moving.body) return <p className="muted">{text.moving}</p>;
  const { road, chainage, faults, breaks } = moving.body;
  const lines = [
    ...faults.map((fault) => faultWords(text, fault, names)),
    ...breaks.map((row) => breakWords(text, row, names.roadOf)),
  ];
  const at =
    road === null || chainage === null ? "" : `${names.roadOf(road)} ${chainageWords(chainage)}`;
  return (
    <div className="plan-verdict" role="status" data-faults={lines.length}>
      <strong className={lines.length > 0 ? "is-loss" : undefined}>
        {lines.length > 0 ? text.moveBreaks(String(lines.length)) : text.moveFine}
      </strong>{" "}
      <span className="muted">{at}</span>
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
