import { pickedText, readPicked } from "../../../state/url-state.ts";
import { useWorkbenchUrl } from "../../../state/workbench-state.ts";
import { useText } from "../../../text/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";

/** Opens and closes the panel of who answers for what; stands under the layers. */
export function ResponsibilityButton() {
  const text = useText();
  const [url, set] = useWorkbenchUrl();
  const isOpen = readPicked(url.pick)?.kind === "responsibility";
  const opened = pickedText({ kind: "responsibility", role: "zone-lead" });
  return (
    <button
      type="button"
      className="responsibility-button"
      aria-pressed={isOpen}
      onClick={() => set({ pick: isOpen ? undefined : opened })}
    >
      <span>{text.layers.responsibility}</span>
      <Icon name="on" />
    </button>
  );
}
