import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useId, useRef, useState } from "react";

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

/** A list of which only the rows in sight are made. Arrow keys walk, Enter opens. */
export function VirtualList(props: VirtualListProps) {
  const { label, total, rowHeight, maxHeight, isPicked, onOpen, row } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const name = useId();
  const [focused, setFocused] = useState(0);
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
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
    End: () => walk(total - 1),
    Enter: () => onOpen(focused),
  };
  return (
    <div
      ref={scroller}
      className="ads-rows"
      role="listbox"
      tabIndex={0}
      aria-label={label}
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
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys
          <div
            key={index}
            id={`${name}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={isPicked(index)}
            aria-setsize={total}
            aria-posinset={index + 1}
            className={index === focused ? "ads-row is-focused" : "ads-row"}
            style={{ top: start, height: rowHeight }}
            onClick={() => {
              setFocused(index);
              onOpen(index);
            }}
          >
            {row(index)}
          </div>
        ))}
      </div>
    </div>
  );
}
