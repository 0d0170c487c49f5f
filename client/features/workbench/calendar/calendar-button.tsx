import { pickedText, readPicked } from "../../../state/url-state.ts";
import { useWorkbenchUrl } from "../../../state/workbench-state.ts";
import { useText } from "../../../text/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";

/** Opens and closes the calendar of what the filter lets through. */
export function CalendarButton() {
  const text = useText();
  const [url, set] = useWorkbenchUrl();
  const isOpen = readPicked(url.pick)?.kind === "calendar";
  const opened = pickedText({ kind: "calendar", measure: "reported" });
  return (
    <button
      type="button"
      className="calendar-button"
      aria-pressed={isOpen}
      title={text.calendar.title}
      onClick={() => set({ pick: isOpen ? undefined : opened })}
    >
      <Icon name="calendar" />
      <span>{text.calendar.open}</span>
    </button>
  );
}
