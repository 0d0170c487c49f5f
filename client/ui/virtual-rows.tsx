import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";

/** What a row is told of itself; `top` in px within the list. */
export type RowSpot = {
  readonly id: string;
  readonly top: number;
  readonly isFocused: boolean;
  readonly onOpen: () => void;
};

type VirtualRowsProps = {
  readonly label: string;
  /** What is shown was asked for before; the answer to what is asked for now is on its way. */
  readonly isOfBefore?: boolean;
  readonly total: number;
  /** How many rows, from the first, are there; End goes to the last of them. */
  readonly known: number;
  readonly rowHeight: number;
  /** Height of the list at most, px; absent: what its place gives. */
  readonly maxHeight?: number | undefined;
  readonly className?: string;
  readonly onOpen: (index: number) => void;
  /** The last row in sight, each time it changes. */
  readonly onReach?: (index: number) => void;
  readonly row: (index: number, spot: RowSpot) => ReactNode;
};

/** A list of which only the rows in sight are made. Arrow keys walk, Enter opens. */
export function VirtualRows(props: VirtualRowsProps) {
  const { label, total, known, rowHeight, maxHeight, onOpen, onReach, row } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const name = useId();
  const [focused, setFocused] = useState(0);
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const lastInSight = items.at(-1)?.index ?? 0;
  useEffect(() => onReach?.(lastInSight), [onReach, lastInSight]);

  const walk = (to: number) => {
    const next = Math.max(0, Math.min(total - 1, to));
    setFocused(next);
    virtualizer.scrollToIndex(next);
  };
  const steps: Readonly<Record<string, () => void>> = {
    ArrowDown: () => walk(focused + 1),
    ArrowUp: () => walk(focused - 1),
    PageDown: () => walk(focused + 10),
    PageUp: () => walk(focused - 10),
    Home: () => walk(0),
    End: () => walk(known - 1),
    Enter: () => onOpen(focused),
  };

  return (
    <div
      ref={scroller}
      className={props.className ?? "rows"}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-busy={props.isOfBefore}
      aria-activedescendant={`${name}-${focused}`}
      style={maxHeight === undefined ? {} : { height: Math.min(maxHeight, total * rowHeight) }}
      onKeyDown={(event) => {
        const step = steps[event.key];
        if (!step) return;
        step();
        event.preventDefault();
      }}
    >
      <div style={{ height: virtualizer.getTotalSize(), position: "relative" }}>
        {items.map(({ index, start }) =>
          row(index, {
            id: `${name}-${index}`,
            top: start,
            isFocused: index === focused,
            onOpen: () => {
              setFocused(index);
              onOpen(index);
            },
          }),
        )}
      </div>
    </div>
  );
}
