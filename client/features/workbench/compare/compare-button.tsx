import { type CompareMode, compareModes, readComparison } from "../../../state/comparison.ts";
import { useWorkbenchUrl } from "../../../state/workbench-state.ts";
import { useText } from "../../../text/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import "./compare-button.css";

/** Opens the comparison of reports with returns; while it is open, chooses how, and closes it. */
export function CompareButton() {
  const text = useText();
  const [url, set] = useWorkbenchUrl();
  const comparison = readComparison(url);
  const open = (mode: CompareMode) => set({ compare: mode });
  const close = () => set({ compare: undefined, split: undefined });
  if (!comparison) {
    return (
      <button
        type="button"
        className="card compare-open"
        title={text.compare.hint}
        aria-label={text.compare.open}
        onClick={() => open("swipe")}
      >
        <Icon name="compare" />
        <span>{text.compare.open}</span>
      </button>
    );
  }
  return (
    <fieldset className="card compare-bar" aria-label={text.compare.open}>
      <div className="segments">
        {compareModes.map((mode) => (
          <button
            type="button"
            key={mode}
            aria-pressed={comparison.mode === mode}
            onClick={() => open(mode)}
          >
            {text.compare.modes[mode]}
          </button>
        ))}
      </div>
      <button
        type="button"
        className="compare-close"
        aria-label={text.compare.close}
        onClick={close}
      >
        <Icon name="close" />
      </button>
    </fieldset>
  );
}
