import type { MapEngine } from "../map/map-engine.ts";
import { useRunning } from "../state/workbench-state.ts";
import { useText } from "../text/use-text.ts";
import { Icon } from "../ui/icon.tsx";
import "./map-buttons.css";

/** Nearer, farther, the whole city. */
export function MapButtons({ engine }: { readonly engine: MapEngine }) {
  const { map } = useText();
  const { city } = useRunning();
  const buttons = [
    { icon: "plus", label: map.zoomIn, act: () => engine.zoomBy(1) },
    { icon: "minus", label: map.zoomOut, act: () => engine.zoomBy(-1) },
    { icon: "city", label: map.wholeCity, act: () => engine.fit(city.bounds) },
  ] as const;
  return (
    <div className="card map-buttons">
      {buttons.map(({ icon, label, act }) => (
        <button type="button" key={icon} title={label} aria-label={label} onClick={act}>
          <Icon name={icon} />
        </button>
      ))}
    </div>
  );
}
