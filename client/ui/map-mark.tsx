type MapMarkProps = { readonly status: "open" | "overdue" | "closed" };

/** A single problem as the map draws it: dot, triangle or tick. */
export function MapMark({ status }: MapMarkProps) {
  return (
    <svg className="mark" viewBox="0 0 16 16" aria-hidden="true">
      {status === "open" && <circle cx="8" cy="8" r="5" fill="var(--open)" />}
      {status === "overdue" && <path d="M8 1.6 15 14H1Z" fill="var(--overdue)" />}
      {status === "closed" && (
        <path d="M3.6 8.4 6.8 11.4 12.6 4.8" fill="none" stroke="var(--closed)" strokeWidth="2.4" />
      )}
    </svg>
  );
}
