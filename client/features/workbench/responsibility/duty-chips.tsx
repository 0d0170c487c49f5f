import { NO_UNIT } from "../../../../domain/problem-filter.ts";
import { useCityFormat } from "../../../state/use-city-format.ts";
import { useWorkbenchUrl } from "../../../state/workbench-state.ts";
import { useResponsibilityText } from "../../../text/responsibility-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import "./duty-chips.css";

const names = ["unit", "line", "block"] as const;

/** Filters that no field of the bar holds: each says what it is and is taken off by a click. */
export function DutyChips() {
  const { responsibility: text } = useResponsibilityText();
  const [url, set] = useWorkbenchUrl();
  const format = useCityFormat();
  return names.map((name) => {
    const ids = url[name]?.split(",");
    if (!ids) return null;
    const words = ids.map((id) => (id === NO_UNIT ? text.matrix.none : format.unit(id))).join("、");
    const label = `${text.chips[name]} · ${words}`;
    return (
      <button
        type="button"
        className="duty-chip"
        key={name}
        title={label}
        aria-label={text.chips.remove(label)}
        onClick={() => set({ [name]: undefined })}
      >
        <span>{label}</span>
        <Icon name="close" />
      </button>
    );
  });
}
