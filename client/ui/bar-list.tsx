import type { ReactNode } from "react";

export type BarItem = {
  readonly key: string;
  readonly label: string;
  /** Stands before the label. */
  readonly mark?: ReactNode;
  readonly value: number;
  readonly text: string;
  readonly onPick?: () => void;
};

/** Names with a bar to a common scale and their number, right-aligned. */
export function BarList({ items }: { readonly items: readonly BarItem[] }) {
  const top = Math.max(...items.map(({ value }) => value), 1);
  return (
    <ul className="bar-list">
      {items.map(({ key, label, mark, value, text, onPick }) => (
        <li key={key}>
          {onPick ? (
            <button type="button" className="plain" onClick={onPick}>
              {mark}
              {label}
            </button>
          ) : (
            <span>
              {mark}
              {label}
            </span>
          )}
          <span className="bar">
            <span style={{ width: `${(100 * value) / top}%` }} />
          </span>
          <span className="number">{text}</span>
        </li>
      ))}
    </ul>
  );
}
