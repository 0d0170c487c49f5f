import type { RoadStatus } from "../../../../domain/ads/audit/road-status.ts";

/** A piece of road as the map draws it: dashed over a band, solid, double, thin. */
export function StatusLine({ status }: { readonly status: RoadStatus }) {
  return (
    <svg className="ads-line" viewBox="0 0 44 12" aria-hidden="true">
      {status === "short" && (
        <>
          <path d="M0 6H44" stroke="var(--ad-short-under)" strokeWidth="5" />
          <path d="M0 6H44" stroke="var(--ad-short)" strokeWidth="5" strokeDasharray="10 5" />
        </>
      )}
      {status === "met" && <path d="M0 6H44" stroke="var(--ad-met)" strokeWidth="4" />}
      {status === "dense" && (
        <path d="M0 4H44M0 8.4H44" stroke="var(--ad-dense)" strokeWidth="1.8" />
      )}
      {status === "unneeded" && (
        <path d="M0 6H44" stroke="var(--ad-unneeded)" strokeWidth="1.2" opacity="0.6" />
      )}
    </svg>
  );
}

type AdMarkProps = { readonly name: "counted" | "other" | "new" | "repair" | "free" | "barred" };

/** A mark as the map draws it. */
export function AdMark({ name }: AdMarkProps) {
  return (
    <svg className="mark" viewBox="0 0 16 16" aria-hidden="true">
      {name === "counted" && <circle cx="8" cy="8" r="3.2" fill="var(--ad-mark)" />}
      {name === "other" && (
        <circle cx="8" cy="8" r="3" fill="none" stroke="var(--ad-mark)" strokeWidth="1.4" />
      )}
      {name === "new" && <path d="M8 1 15 8 8 15 1 8Z" fill="var(--ad-proposal)" />}
      {name === "repair" && (
        <path
          d="M3 3H13V13H3ZM8 5v6M5 8h6"
          fill="var(--ad-repair-fill)"
          stroke="var(--ad-proposal)"
          strokeWidth="2"
        />
      )}
      {name === "free" && (
        <path d="M8 3 13 8 8 13 3 8Z" fill="none" stroke="var(--ad-mark)" strokeWidth="1.3" />
      )}
      {name === "barred" && (
        <path
          d="M4.6 4.6 11.4 11.4M11.4 4.6 4.6 11.4"
          stroke="var(--ad-unneeded)"
          strokeWidth="1.5"
        />
      )}
    </svg>
  );
}
