/** Ring, triangle or tick: how a problem stands, told by shape as well as by colour. */
export function StatusMark({ status }: { readonly status: "open" | "overdue" | "closed" }) {
  switch (status) {
    case "open":
      return (
        <svg className="mark" viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="8" cy="8" r="5" fill="none" stroke="var(--open)" strokeWidth="2.4" />
        </svg>
      );
    case "overdue":
      return (
        <svg className="mark" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 1.6 15 14H1Z" fill="var(--overdue)" />
          <path d="M8 6v4.2M8 11.8v.9" stroke="var(--panel)" strokeWidth="1.6" />
        </svg>
      );
    case "closed":
      return (
        <svg className="mark" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2.6 8.4 6.4 12 13.4 4" fill="none" stroke="var(--closed)" strokeWidth="2.4" />
        </svg>
      );
  }
}
