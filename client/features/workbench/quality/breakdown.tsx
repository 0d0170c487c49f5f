import { type ReactNode, useState } from "react";
import { count } from "../../../../domain/text/count.ts";
import { useText } from "../../../text/use-text.ts";
import { BarList } from "../../../ui/bar-list.tsx";

const SHOWN = 7;

type Sums = { readonly places: number; readonly k: number };

type BreakdownItem = {
  readonly key: string;
  readonly label: string;
  readonly mark?: ReactNode;
  readonly sums: Sums;
  readonly onPick: () => void;
};

type BreakdownProps = {
  readonly title: string;
  readonly note?: string;
  readonly items: readonly BreakdownItem[];
  /** What the items should add up to; what is missing is shown under the name `rest`. */
  readonly total?: Sums;
  readonly rest?: string;
};

/** Places and returns by one property, as bars; the longest list folds. */
export function Breakdown({ title, note, items, total, rest = "" }: BreakdownProps) {
  const text = useText();
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? items : items.slice(0, SHOWN);
  const missing = total && remainder(total, items);
  const bars = shown.map(({ sums, ...item }) => ({
    ...item,
    value: sums.k,
    text: text.quality.sums(count(sums.places), count(sums.k)),
  }));
  const restBar = missing &&
    missing.places > 0 && {
      key: "",
      label: rest,
      value: missing.k,
      text: text.quality.sums(count(missing.places), count(missing.k)),
    };
  return (
    <section className="breakdown">
      <header className="section-title">
        <h3>{title}</h3>
        {items.length > SHOWN && (
          <button type="button" className="link" onClick={() => setIsWhole(!isWhole)}>
            {isWhole ? text.quality.less : text.quality.more(items.length - SHOWN)}
          </button>
        )}
      </header>
      {note && <p className="muted">{note}</p>}
      <BarList items={restBar ? [...bars, restBar] : bars} />
    </section>
  );
}

function remainder(total: Sums, items: readonly BreakdownItem[]): Sums {
  return items.reduce(
    ({ places, k }, { sums }) => ({ places: places - sums.places, k: k - sums.k }),
    total,
  );
}
