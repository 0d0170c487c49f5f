import type { AdSummaryRow } from "../../../../domain/contract/ads.ts";
import { statusShares } from "./audit-sums.ts";

const PARTS = ["short", "met", "dense"] as const;

/** Roads by status as parts of a bar: dashed, plain, double, as on the map. */
export function StatusBar({ row }: { readonly row: AdSummaryRow }) {
  const shares = statusShares(row);
  return (
    <span className="ads-bar" aria-hidden="true">
      {shares &&
        PARTS.map((part) =>
          shares[part] > 0 ? (
            <span key={part} className={`is-${part}`} style={{ flexGrow: shares[part] }} />
          ) : null,
        )}
    </span>
  );
}
