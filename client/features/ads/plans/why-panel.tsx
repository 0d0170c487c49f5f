import { useQuery } from "@tanstack/react-query";
import { adSiteReasonQuery } from "../../../api/ad-plan-queries.ts";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";
import { AsyncState } from "../../../ui/async-state.tsx";
import { useAdsDesk } from "../ads-desk-state.ts";
import { useNames } from "../use-names.ts";
import { isRepairable, KeepButton } from "./keep-button.tsx";
import { LockButtons } from "./lock-buttons.tsx";
import { MoveCard } from "./move-card.tsx";
import { usePlanDesk } from "./plan-desk-state.ts";
import { SiteFacts } from "./site-facts.tsx";
import { SiteNav } from "./site-nav.tsx";
import { faultWords, whyHereLines } from "./site-reasons.ts";

/** Of what is picked: why the plan has it, or why it has it not, and what can be asked of the next plan. */
export function WhyPanel() {
  const text = useAdPlansText();
  const { picked: looked, sites, ads } = useAdsDesk();
  const { picked } = usePlanDesk();
  const isSpot = looked?.kind === "site" || looked?.kind === "ad";
  const site = looked?.kind === "site" ? sites.get(looked.id) : undefined;
  const ad = looked?.kind === "ad" ? ads.get(looked.id) : undefined;
  const known = isSpot && (picked !== undefined || site !== undefined || ad !== undefined);
  const title = picked ? text.why : ad ? text.whyExisting : known ? text.whyNot : text.why;
  return (
    <section className="plan-why">
      <h3>
        {title}
        <SiteNav />
      </h3>
      {known && looked ? (
        <div className="plan-card">
          <SiteFacts planned={picked} site={site} ad={ad} />
          <Reasons
            key={looked.id}
            id={looked.id}
            isAsked={!ad || picked !== undefined || isRepairable(ad)}
          />
          {ad ? <KeepButton ad={ad} /> : <LockButtons id={looked.id} />}
          {looked.kind === "site" && picked && <MoveCard site={picked} />}
        </div>
      ) : (
        <p className="muted">{text.pickHint}</p>
      )}
    </section>
  );
}

function Reasons({ id, isAsked: isKnown }: { readonly id: string; readonly isAsked: boolean }) {
  const text = useAdPlansText();
  const { url } = useAdsDesk();
  const { result, picked } = usePlanDesk();
  const names = useNames();
  // A plan knows reasons of sites and of what it could repair; of another ad there is nothing to ask.
  const isAsked = url.plan !== undefined && result !== undefined && isKnown;
  const { data, error, isPending, refetch } = useQuery({
    ...adSiteReasonQuery(url.plan ?? "", id),
    enabled: isAsked,
  });
  if (!isAsked) return null;
  return (
    <AsyncState isLoading={isPending} error={error} lines={4} onRetry={() => void refetch()}>
      {data && (
        <ul className="plan-reasons">
          {picked
            ? whyHereLines(text, data, names.roadOf).map(({ word, line, isLoss }) => (
                <li key={word + line} className={isLoss ? "is-loss" : undefined}>
                  <strong>{word}</strong> <span>{line}</span>
                </li>
              ))
            : data.why.map((why) => (
                <li key={`${why.code} ${why.detail}`} className="is-loss">
                  <span>{faultWords(text, why, names)}</span>
                </li>
              ))}
        </ul>
      )}
    </AsyncState>
  );
}
