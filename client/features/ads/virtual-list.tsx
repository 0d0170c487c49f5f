import type { ReactNode } from "react";
import { VirtualRows } from "../../ui/virtual-rows.tsx";

type VirtualListProps = {
  readonly label: string;
  readonly total: number;
  readonly rowHeight: number;
  /** Height of the list at most, px; absent: what its place gives. */
  readonly maxHeight?: number;
  readonly isPicked: (index: number) => boolean;
  readonly onOpen: (index: number) => void;
  readonly row: (index: number) => ReactNode;
};

/** Lines of text that are there at once, however many; one may be picked. */
export function VirtualList({ isPicked, row, ...rows }: VirtualListProps) {
  const { total, rowHeight } = rows;
  return (
    <VirtualRows
      {...rows}
      known={total}
      className="ads-rows"
      row={(index, { id, top, isFocused, onOpen }) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys
        <div
          key={index}
          id={id}
          role="option"
          tabIndex={-1}
          aria-selected={isPicked(index)}
          aria-setsize={total}
          aria-posinset={index + 1}
          className={isFocused ? "ads-row is-focused" : "ads-row"}
          style={{ top, height: rowHeight }}
          onClick={onOpen}
        >
          {row(index)}
        </div>
      )}
    />
  );
}
