import { NO_UNIT } from "../../../../domain/problem-filter.ts";
import { useCityFormat } from "../../../state/use-city-format.ts";
import { useWorkbenchUrl } from "../../../state/workbench-state.ts";
import { useResponsibilityText } from "../../../text/responsibility-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { type ChipName, chipNames } from "./chip-names.ts";
import "./duty-chips.css";

/** The filters that have chips: each says what it is and is taken off by a click. */
export function DutyChips() {
  const { responsibility: text, states } = useResponsibilityText();
  const [url, set] = useWorkbenchUrl();
  const format = useCityFormat();
  const stages: Readonly<Record<string, string>> = states;
  const wordOf = (name: ChipName, value: string): string => {
    if (name === "dueWithin") return text.chips.hours(value);
    if (name === "state") return stages[value] ?? value;
    return value === NO_UNIT ? text.matrix.none : format.unit(value);
  };
  return chipNames.map((name) => {
    const values = url[name]?.split(",");
    if (!values) return null;
    const words = values.map((value) => wordOf(name, value.trim())).join("、");
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
