import { useQuery } from "@tanstack/react-query";
import { adSiteReasonQuery } from "../../../api/ad-plan-queries.ts";
import { type AdLock, lockOf } from "../../../state/ads-draft.ts";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { usePlanDesk } from "./plan-desk-state.ts";

/** 锁定必设, 排除此点, 看替代点: asks of the next plan, and a look at what would do instead. */
export function LockButtons({ id }: { readonly id: string }) {
  const text = useAdPlansText();
  const { url, goTo, sites } = useAdsDesk();
  const { draft, edit, result, picked } = usePlanDesk();
  const { data } = useQuery({
    ...adSiteReasonQuery(url.plan ?? "", id),
    enabled: url.plan !== undefined && result !== undefined && picked !== undefined,
  });
  if (!result) return null;
  const lock = lockOf(draft.now, id);
  const toggle = (wanted: AdLock) =>
    edit({ kind: "lock", site: id, lock: lock === wanted ? "free" : wanted });
  const words = {
    must: [text.acts.must, text.acts.mustOff],
    never: [text.acts.never, text.acts.neverOff],
  };
  const alternative = data?.alternative;
  // What the rules bar cannot be asked for.
  const isBarred = (sites.get(id)?.blocked ?? null) !== null;
  return (
    <p className="plan-buttons">
      {(["must", "never"] as const).map((each) => (
        <button
          type="button"
          className="button"
          key={each}
          aria-pressed={lock === each}
          disabled={isBarred && each === "must"}
          onClick={() => toggle(each)}
        >
          {words[each][lock === each ? 1 : 0]}
        </button>
      ))}
      {alternative && (
        <button
          type="button"
          className="button"
          onClick={() =>
            goTo({ kind: alternative.kind === "new" ? "site" : "ad", id: alternative.id })
          }
        >
          {text.acts.alternative}
        </button>
      )}
    </p>
  );
}
