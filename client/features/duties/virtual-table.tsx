import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useRef } from "react";

/** `width` in px; what has none shares what is left. */
export type TableColumn = {
  readonly id: string;
  readonly title: ReactNode;
  readonly width?: number;
};

/** Columns in the order of their widths. */
export function columnsOf<N extends string>(
  titles: Readonly<Record<N, string>>,
  widths: Readonly<Partial<Record<N, number | undefined>>>,
): TableColumn[] {
  const entries = Object.entries(widths) as [N, number | undefined][];
  return entries.map(([id, width]) => ({
    id,
    title: titles[id],
    ...(width !== undefined && { width }),
  }));
}

type VirtualTableProps = {
  readonly label: string;
  readonly columns: readonly TableColumn[];
  readonly count: number;
  /** One `tr` with a key. */
  readonly row: (index: number) => ReactNode;
};

const ROW_PX = 37;

/** A table of which only the rows in sight are made, however long it is. */
export function VirtualTable({ label, columns, count, row }: VirtualTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 10,
  });
  const items = virtualizer.getVirtualItems();
  const paddingTop = items[0]?.start ?? 0;
  const paddingBottom = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div className="duty-scroller" ref={scroller}>
      <div style={{ paddingTop, paddingBottom }}>
        <table className="duty-table" aria-label={label} aria-rowcount={count + 1}>
          <thead>
            <tr>
              {columns.map(({ id, title, width }) => (
                <th scope="col" key={id} style={width === undefined ? {} : { width }}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{items.map(({ index }) => row(index))}</tbody>
        </table>
      </div>
    </div>
  );
}
