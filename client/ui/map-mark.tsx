/** A single problem as the map draws it: dot or triangle. */
export function MapMark({ status }: { readonly status: "open" | "overdue" | "closed" }) {
  return (
    <svg className="mark" viewBox="0 0 16 16" aria-hidden="true">
      {status === "overdue" ? (
        <path d="M8 1.6 15 14H1Z" fill="var(--overdue)" />
      ) : (
        <circle cx="8" cy="8" r={status === "open" ? 5 : 4.4} fill={`var(--${status})`} />
      )}
    </svg>
  );
}
