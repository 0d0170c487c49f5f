import type { MyPlace } from "../../../domain/contract/my.ts";
import { useMyText } from "../../text/my-text.ts";

type MonthStripProps = { readonly months: MyPlace["months"]; readonly kind: MyPlace["class"] };

/** Twelve months of returns: the number says it, the shade only repeats it. */
export function MonthStrip({ months, kind }: MonthStripProps) {
  const text = useMyText();
  return (
    <div className="my-months">
      <span>{text.my.lastYear}</span>
      <ol style={{ "--kind": `var(--class-${kind})` } as React.CSSProperties}>
        {months.map(({ month, returns }) => (
          <li
            key={month}
            data-returns={Math.min(returns, 2)}
            aria-label={text.my.month(month, returns)}
          >
            {returns > 0 ? returns : ""}
          </li>
        ))}
      </ol>
    </div>
  );
}
