import { useState } from "react";
import type { AdPlanResult } from "../../../../domain/contract/ads-plans.ts";
import { count } from "../../../state/city-format.ts";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { useNames } from "../use-names.ts";

type Unmet = NonNullable<AdPlanResult["unmet"]>[number];

const FIRST_ROWS = 3;

/** What cannot be met, the most missing first, and what is in the way. */
export function UnmetList({ result }: { readonly result: AdPlanResult }) {
  const text = useAdPlansText();
  const [isWhole, setIsWhole] = useState(false);
  const { unmet } = result;
  if (!unmet || unmet.length === 0) return null;
  const rows = unmet.toSorted((a, b) => b.missing - a.missing);
  const missing = unmet.reduce((sum, row) => sum + row.missing, 0);
  return (
    <section className="plan-unmet">
      <h3>
        {text.unmet}
        <small>{text.unmetOf(count(unmet.length), count(missing))}</small>
      </h3>
      <ul>
        {(isWhole ? rows : rows.slice(0, FIRST_ROWS)).map((row) => (
          <UnmetRow key={`${row.kind} ${row.of}`} row={row} isWhole={isWhole} />
        ))}
      </ul>
      {rows.length > FIRST_ROWS && (
        <button type="button" className="link" onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? text.unmetFewer : text.unmetAll(count(rows.length))}
        </button>
      )}
    </section>
  );
}

function UnmetRow({ row, isWhole }: { readonly row: Unmet; readonly isWhole: boolean }) {
  const text = useAdPlansText();
  const names = useNames();
  const { goTo } = useAdsDesk();
  const { kind, of, missing, possible, sites } = row;
  const reasons = row.reasons.toSorted((a, b) => b.count - a.count);
  const wordOf = ({ reason, count: n }: (typeof reasons)[number]) =>
    text.unmetReason(text.codes[reason] ?? names.blocked(reason), count(n));
  const shown = isWhole ? reasons : reasons.slice(0, 1);
  const why = shown.length > 0 ? shown.map(wordOf).join(text.comma) : text.unmetNoSites;
  const isArea = kind === "area";
  return (
    <li>
      {isArea ? (
        <span>{of}</span>
      ) : (
        <button type="button" className="plain" onClick={() => goTo({ kind: "road", id: of })}>
          {names.roadOf(of)}
        </button>
      )}
      <span className="muted">
        {sites === 0 ? text.unmetNoSites : why}
        {isWhole && <small>{text.unmetPossible(count(possible), count(sites))}</small>}
      </span>
      <span className="number">
        {kind === "gap"
          ? text.unmetGap
          : kind === "side"
            ? text.unmetSide
            : text.unmetMissing(count(missing))}
      </span>
    </li>
  );
}
