import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import type { CaseInHand } from "../../../domain/contract/visits.ts";
import { NavigateLinks } from "../../shell/navigate-links.tsx";
import type { ActQueue } from "../../state/use-act-queue.ts";
import { useOnline } from "../../state/use-online.ts";
import { useFieldText } from "../../text/field-text.ts";
import { Fallible } from "../../ui/fallible.tsx";
import { FeedbackForm } from "./feedback-form.tsx";
import { useFieldCity } from "./field-city.ts";
import { PhotoRow } from "./photo-row.tsx";

const OtherActs = lazy(async () => ({ default: (await import("./other-acts.tsx")).OtherActs }));

type OrderDetailProps = {
  readonly inHand: CaseInHand;
  readonly asOf: string;
  readonly queue: ActQueue;
};

/** What is wrong and where, by when, and the unit's report; what else it may ask for comes from the case itself. */
export function OrderDetail({ inHand, asOf, queue }: OrderDetailProps) {
  const { orders: text, field } = useFieldText();
  const { format, viewer } = useFieldCity();
  const isOnline = useOnline();
  const { feature, at, orderNumber } = inHand;
  const { properties } = feature;
  const { description, photos, dueAt, reportedAt, source, state } = properties;
  const isWaiting = queue.waiting.some(({ problemId }) => problemId === feature.properties.id);
  const isUnit = viewer.role === "unit";
  return (
    <div className="phone-body">
      <PhotoRow photos={photos} kind="before" />
      <p>{description}</p>
      <p className="field-facts">
        {format.source(source)} · {text.reported(format.minute(reportedAt))}
        {dueAt !== null && state === "dispatched" && ` · ${text.due(format.minute(dueAt))}`} ·{" "}
        {feature.properties.id}
      </p>
      <div className="phone-actions">
        {at ? (
          <NavigateLinks at={at} name={properties.address ?? description} words={field} />
        ) : (
          <span className="field-facts">{field.noPosition}</span>
        )}
        {orderNumber !== null && (
          <Link
            className="phone-button"
            to="/orders/$number"
            params={{ number: orderNumber }}
            search={(before: object) => before}
          >
            {text.order(orderNumber)}
          </Link>
        )}
      </div>
      <PhotoRow photos={photos} kind="after" />
      {isWaiting && <p className="field-waits">{field.queue.waitingHere}</p>}
      {isUnit && state === "dispatched" && !isWaiting && (
        <FeedbackForm inHand={inHand} asOf={asOf} queue={queue} />
      )}
      {isOnline ? (
        <details className="field-more">
          <summary>{isUnit && state === "dispatched" ? text.more : text.history}</summary>
          <Fallible>
            <Suspense fallback={<p className="field-facts">…</p>}>
              <OtherActs id={feature.properties.id} without={isUnit ? "rectify" : null} />
            </Suspense>
          </Fallible>
        </details>
      ) : (
        <p className="field-facts">{text.moreOffline}</p>
      )}
    </div>
  );
}
