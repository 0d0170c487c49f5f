import type { RecurrenceSummary } from "../../../../domain/contract/recurrence.ts";
import { count } from "../../../../domain/text/count.ts";
import { readClasses, shownOrder } from "../../../state/shown-classes.ts";
import { useWorkbenchUrl } from "../../../state/workbench-state.ts";
import { useText } from "../../../text/use-text.ts";
import { ClassMark } from "../../../ui/class-mark.tsx";
import { toggledClass } from "./class-choice.ts";

/** Which classes are listed, each with how many places it has under the filter. */
export function ClassChips({ summary }: { readonly summary: RecurrenceSummary | undefined }) {
  const text = useText();
  const [url, set] = useWorkbenchUrl();
  const chosen = readClasses(url.class);
  const places = new Map(summary?.byClass.map((sums) => [sums.class, sums.places]));
  return (
    <fieldset className="class-chips" aria-label={text.places.classes}>
      {shownOrder.map((name) => (
        <button
          type="button"
          key={name}
          aria-pressed={chosen.includes(name)}
          onClick={() => set({ class: toggledClass(url.class, name) })}
        >
          <ClassMark name={name} />
          {text.classes[name]}
          <span className="number">{summary ? count(places.get(name) ?? 0) : ""}</span>
        </button>
      ))}
    </fieldset>
  );
}
