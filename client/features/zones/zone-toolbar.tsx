import { zoneLevels } from "../../../domain/grid-zone.ts";
import { useZonesText } from "../../text/zones-text.ts";
import { useZoneDesk, zoneTools } from "./zone-desk-state.ts";

/** Which level is drawn, with what, and a step back. */
export function ZoneToolbar() {
  const text = useZonesText().zones;
  const desk = useZoneDesk();
  return (
    <div className="zone-toolbar">
      <fieldset aria-label={text.level}>
        {zoneLevels.map((level) => (
          <button
            type="button"
            className="button"
            key={level}
            aria-pressed={level === desk.level}
            onClick={() => desk.setLevel(level)}
          >
            {text.levels[level]}
          </button>
        ))}
      </fieldset>
      <fieldset className="zone-tools" aria-label={text.toolTitle}>
        {zoneTools.map((tool) => (
          <button
            type="button"
            className="button"
            key={tool}
            aria-pressed={tool === desk.tool}
            onClick={() => desk.setTool(tool === desk.tool ? null : tool)}
          >
            {text.tools[tool]}
          </button>
        ))}
      </fieldset>
      <span className="grow" />
      <button
        type="button"
        className="button zone-step"
        title="Ctrl+Z"
        disabled={!desk.canUndo}
        onClick={desk.undo}
      >
        {text.undo}
      </button>
      <button
        type="button"
        className="button zone-step"
        title="Ctrl+Y"
        disabled={!desk.canRedo}
        onClick={desk.redo}
      >
        {text.redo}
      </button>
    </div>
  );
}
