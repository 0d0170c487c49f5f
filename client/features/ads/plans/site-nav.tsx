import { useMemo } from "react";
import { count } from "../../../../domain/text/count.ts";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { useAdsDesk } from "../ads-desk-state.ts";
import { usePlanDesk } from "./plan-desk-state.ts";

/** ‹ 1/198 ›: the sites of a plan one after another, by their number. */
export function SiteNav() {
  const text = useAdPlansText();
  const { goTo } = useAdsDesk();
  const { result, picked } = usePlanDesk();
  const sites = useMemo(
    () => (result?.sites ?? []).toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0)),
    [result],
  );
  if (sites.length === 0) return null;
  const at = picked ? sites.indexOf(picked) : -1;

  function go(step: number): void {
    const from = at < 0 && step < 0 ? 0 : at;
    const next = sites[(from + step + sites.length) % sites.length];
    if (next) goTo({ kind: next.kind === "new" ? "site" : "ad", id: next.id });
  }

  return (
    <small className="plan-nav">
      {picked && <span className="plan-nav-id">{text.site(picked.id)}</span>}
      <button type="button" className="plain" aria-label={text.previous} onClick={() => go(-1)}>
        <Icon name="back" />
      </button>
      {at < 0 ? "–" : count(at + 1)}/{count(sites.length)}
      <button type="button" className="plain" aria-label={text.next} onClick={() => go(1)}>
        <Icon name="on" />
      </button>
    </small>
  );
}
