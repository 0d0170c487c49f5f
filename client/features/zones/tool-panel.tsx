import { useZonesText } from "../../text/zones-text.ts";
import { MergePanel } from "./merge-panel.tsx";
import { SplitPanel } from "./split-panel.tsx";
import { VertexPanel } from "./vertex-panel.tsx";
import { useZoneDesk } from "./zone-desk-state.ts";

/** What to do next with the tool that is taken up. */
export function ToolPanel() {
  const text = useZonesText().zones;
  const { tool, selected, keepsDrawn, keepDrawn } = useZoneDesk();
  if (tool === null) return <p className="muted">{text.hints.idle}</p>;
  const needsZone = (tool === "edit" || tool === "split") && !selected;
  return (
    <section className="zone-tool" aria-label={text.tools[tool]}>
      <h3>{text.tools[tool]}</h3>
      {needsZone && <p>{text.hints.pick}</p>}
      {tool === "edit" && selected && <VertexPanel zone={selected} />}
      {tool === "split" && selected && <SplitPanel zone={selected} />}
      {tool === "merge" && <MergePanel />}
      {tool === "add" && <p className="muted">{text.hints.add}</p>}
      {tool === "add" && (
        <label className="zone-accept">
          <input
            type="checkbox"
            checked={keepsDrawn}
            onChange={({ target }) => keepDrawn(target.checked)}
          />
          {text.add.keepDrawn}
        </label>
      )}
    </section>
  );
}
