import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { count } from "../../../domain/text/count.ts";
import { countQuery, placesQuery } from "../../api/queries.ts";
import { type SwitchableId, switchable } from "../../map/layers/registry.ts";
import { hexResolution } from "../../map/zoom-steps.ts";
import { classesParam } from "../../state/shown-classes.ts";
import { layersText, readLayers, toggledLayer } from "../../state/visible-layers.ts";
import { useFilter, useWorkbenchUrl } from "../../state/workbench-state.ts";
import { useText } from "../../text/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { ResponsibilityButton } from "./responsibility/responsibility-button.tsx";

/** Switches of the layers, each with what it would show now. */
export function LayerPanel({ zoom }: { readonly zoom: number }) {
  const text = useText();
  const [url, set] = useWorkbenchUrl();
  const [isOpen, setIsOpen] = useState(() => window.innerWidth > 768);
  const on = readLayers(url.layers);
  const filter = useFilter();
  const { data: counts } = useQuery(countQuery(filter));
  const { data: places } = useQuery(placesQuery(filter, 1, classesParam(url.class)));
  const amounts: Readonly<Partial<Record<SwitchableId, string>>> = {
    clusters: counts ? count(counts.total) : "",
    hexagons: text.legend.level(hexResolution(zoom)),
    recurring: places ? count(places.total) : "",
    backlog: counts ? count(counts.byStatus.open) : "",
  };
  if (!isOpen) {
    return (
      <button
        type="button"
        className="card layer-panel closed"
        aria-label={text.layers.expand}
        onClick={() => setIsOpen(true)}
      >
        <Icon name="layers" />
      </button>
    );
  }
  return (
    <section className="card layer-panel" aria-label={text.layers.title}>
      <header>
        <h2>{text.layers.title}</h2>
        <span className="number">
          {on.size} / {switchable.length}
        </span>
        <button
          type="button"
          className="twist open"
          aria-label={text.layers.collapse}
          onClick={() => setIsOpen(false)}
        >
          <Icon name="chevron" />
        </button>
      </header>
      <ul>
        {switchable.map((layer) => {
          const { id, minZoom = 0, maxZoom = 99 } = layer;
          const isOutside = zoom < minZoom || zoom >= maxZoom;
          return (
            <li key={id} className={isOutside ? "outside" : ""}>
              <button
                type="button"
                role="switch"
                aria-checked={on.has(id)}
                title={layer.exclusive ? text.layers.exclusive : undefined}
                onClick={() => set({ layers: layersText(toggledLayer(on, id)) })}
              >
                <span className="knob" />
                <span className="name">{layer.title(text)}</span>
                <span className="number">{amounts[id] ?? ""}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <ResponsibilityButton />
    </section>
  );
}
