import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useId, useRef } from "react";
import { useDeskText } from "../../text/desk-text.ts";
import { DeskRowView, ROW_PX } from "./desk-row-view.tsx";
import type { DeskRow } from "./held-rows.ts";

type DeskListProps = {
  readonly rows: readonly DeskRow[];
  /** With those that are on their way. */
  readonly length: number;
  /** Where the hand is, and the row that it was put on. */
  readonly index: number;
  readonly atHand: string;
  readonly openId: string | undefined;
  readonly selected: ReadonlySet<string>;
  /** The last row in sight, each time it changes. */
  readonly onReach: (index: number) => void;
  readonly onOpen: (index: number) => void;
  readonly onTick: (id: string, isRange: boolean) => void;
};

/** The cases of a queue; only those in sight are made. The page's keys walk it. */
export function DeskList(props: DeskListProps) {
  const { rows, length, index, atHand, openId, selected, onReach, onOpen, onTick } = props;
  const text = useDeskText().desk;
  const scroller = useRef<HTMLDivElement>(null);
  const name = useId();
  const virtualizer = useVirtualizer({
    count: length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const lastInSight = items.at(-1)?.index ?? 0;
  useEffect(() => onReach(lastInSight), [onReach, lastInSight]);
  const latest = useRef(index);
  latest.current = index;
  // Only where the hand goes, not where rows come and go above it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row at hand is what is followed
  useEffect(() => virtualizer.scrollToIndex(latest.current), [virtualizer, atHand]);
  const isThere = items.some((item) => item.index === index);
  return (
    <div
      ref={scroller}
      className="desk-rows"
      role="listbox"
      tabIndex={0}
      aria-label={text.list}
      aria-multiselectable="true"
      {...(isThere && { "aria-activedescendant": `${name}-${index}` })}
    >
      <div style={{ height: virtualizer.getTotalSize(), position: "relative" }} role="presentation">
        {items.map((item) => (
          <DeskRowView
            key={rows[item.index]?.problem.properties.id ?? item.index}
            id={`${name}-${item.index}`}
            row={rows[item.index]}
            top={item.start}
            isAtHand={item.index === index}
            isOpen={openId !== undefined && rows[item.index]?.problem.properties.id === openId}
            isSelected={selected.has(rows[item.index]?.problem.properties.id ?? "")}
            onOpen={() => onOpen(item.index)}
            onTick={onTick}
          />
        ))}
      </div>
    </div>
  );
}
