import { splitByChildren } from "../../../domain/zone-edit/split-by-children.ts";
import { suggestNames } from "../../../domain/zone-edit/suggest-names.ts";
import type { ZoneShape } from "../../../domain/zone-edit/zone-shape.ts";
import { useZonesText } from "../../text/zones-text.ts";
import { useZoneDesk } from "./zone-desk-state.ts";

/** A zone without children is cut on the map; one with children is split by them. */
export function SplitPanel({ zone }: { readonly zone: ZoneShape }) {
  const text = useZonesText().zones;
  const { zones, marked, mark, act, taken, select, setTool } = useZoneDesk();
  const children = zones.filter(({ parentId }) => parentId === zone.id);
  if (children.length === 0) return <p className="muted">{text.hints.splitLine}</p>;
  const second = new Set(children.map(({ id }) => id).filter((id) => marked.includes(id)));

  function split(): void {
    const [a, b] = suggestNames(zone, 2, taken);
    if (!a || !b) return;
    if (!act("split", (now) => splitByChildren(now, zone.id, second, [a, b]))) return;
    setTool(null);
    select(a.id);
  }

  return (
    <>
      <p className="muted">{text.hints.splitChildren}</p>
      <ul className="zone-choice">
        {children.map(({ id, name }) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                checked={second.has(id)}
                onChange={({ target }) =>
                  mark(target.checked ? [...marked, id] : marked.filter((each) => each !== id))
                }
              />
              {name} <span className="zone-id">{id}</span>
            </label>
          </li>
        ))}
      </ul>
      <p className="muted">{text.split.second(second.size)}</p>
      <button type="button" className="button" disabled={second.size === 0} onClick={split}>
        {text.split.apply}
      </button>
    </>
  );
}
