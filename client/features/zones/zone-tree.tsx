import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { useZonesText } from "../../text/zones-text.ts";
import { useZoneDesk } from "./zone-desk-state.ts";
import { ZoneTreeRow } from "./zone-tree-row.tsx";
import { ancestorsOf, type TreeRow, treeRows } from "./zone-tree-rows.ts";

const ROW_PX = 28;

/** All zones, coarse to fine; arrows walk, open and close, Enter picks. */
export function ZoneTree() {
  const text = useZonesText().zones;
  const { zones, selected, goTo, tool, marked, mark } = useZoneDesk();
  const [search, setSearch] = useState("");
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => treeRows(zones, open, search), [zones, open, search]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });

  const id = selected?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened when another one is picked, not when zones change
  useEffect(() => {
    const above = ancestorsOf(zones, id);
    setOpen((before) =>
      above.every((each) => before.has(each)) ? before : new Set([...before, ...above]),
    );
  }, [id]);

  function toggle({ zone }: TreeRow, isOpen: boolean): void {
    const next = new Set(open);
    if (isOpen) next.add(zone.id);
    else next.delete(zone.id);
    setOpen(next);
  }

  function pick({ zone }: TreeRow): void {
    if (tool === "merge") {
      mark(
        marked.includes(zone.id) ? marked.filter((each) => each !== zone.id) : [...marked, zone.id],
      );
      return;
    }
    goTo(zone.id);
  }

  function onKey(event: KeyboardEvent): void {
    const row = rows[active];
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
    };
    const by = moves[event.key];
    if (by !== undefined) {
      const next = Math.max(0, Math.min(rows.length - 1, active + by));
      setActive(next);
      virtualizer.scrollToIndex(next);
    } else if (row && event.key === "ArrowRight") toggle(row, true);
    else if (row && event.key === "ArrowLeft") toggle(row, false);
    else if (row && (event.key === "Enter" || event.key === " ")) pick(row);
    else return;
    event.preventDefault();
  }

  const activeRow = rows[Math.min(active, rows.length - 1)];
  return (
    <aside className="zone-side" aria-label={text.tree}>
      <input
        type="search"
        aria-label={text.find}
        placeholder={text.find}
        value={search}
        onChange={({ target }) => {
          setSearch(target.value);
          setActive(0);
        }}
      />
      {rows.length === 0 && <p className="muted">{text.nothingFound}</p>}
      <div className="zone-scroller" ref={scroller}>
        <div
          role="tree"
          aria-label={text.tree}
          tabIndex={0}
          {...(activeRow && { "aria-activedescendant": `zone-row-${activeRow.zone.id}` })}
          onKeyDown={onKey}
          style={{ height: virtualizer.getTotalSize() }}
        >
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return (
              row && (
                <ZoneTreeRow
                  key={row.zone.id}
                  row={row}
                  topPx={start}
                  isActive={row === activeRow}
                  isMarked={marked.includes(row.zone.id)}
                  onToggle={() => toggle(row, !row.isOpen)}
                  onPick={() => {
                    setActive(index);
                    pick(row);
                  }}
                />
              )
            );
          })}
        </div>
      </div>
    </aside>
  );
}
