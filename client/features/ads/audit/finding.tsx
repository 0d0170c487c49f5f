import type { ReactNode } from "react";

type FindingProps = {
  readonly title: string;
  /** Stands behind the title, such as that rules are audited only. */
  readonly tag?: string;
  readonly result: string;
  /** With none there is nothing to unfold. */
  readonly total: number;
  readonly children: ReactNode;
};

/** A line of the audit that unfolds to what it counts. */
export function Finding({ title, tag, result, total, children }: FindingProps) {
  const head = (
    <>
      <span className="ads-row-name">
        {title}
        {tag !== undefined && <span className="ads-tag">{tag}</span>}
      </span>
      <span className={total > 0 ? "number" : "number muted"}>{result}</span>
    </>
  );
  if (total === 0) return <p className="ads-finding">{head}</p>;
  return (
    <details className="ads-finding">
      <summary>{head}</summary>
      {children}
    </details>
  );
}
