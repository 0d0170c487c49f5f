import { dutyColours, readDutyColour } from "../../../state/url-state.ts";
import { useWorkbenchUrl } from "../../../state/workbench-state.ts";
import { useResponsibilityText } from "../../../text/responsibility-text.ts";
import { layersBeside } from "./coloured-layers.ts";

/** By what the ground is coloured, and what the colours mean. */
export function ColourChoice() {
  const { responsibility: text } = useResponsibilityText();
  const [url, set] = useWorkbenchUrl();
  const chosen = readDutyColour(url.colour);
  return (
    <section>
      <header className="section-title">
        <h3>{text.colour.title}</h3>
      </header>
      <fieldset className="segments" aria-label={text.colour.title}>
        {[null, ...dutyColours].map((colour) => (
          <button
            type="button"
            key={colour ?? "none"}
            aria-pressed={colour === chosen}
            onClick={() =>
              set({ colour: colour ?? undefined, layers: layersBeside(colour, url.layers) })
            }
          >
            {text.colour[colour ?? "none"]}
          </button>
        ))}
      </fieldset>
      <p className="hint-line">{text.hint[chosen ?? "none"]}</p>
    </section>
  );
}
