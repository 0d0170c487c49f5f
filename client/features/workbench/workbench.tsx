import { lazy, Suspense, useState } from "react";
import type { Bounds } from "../../../domain/spatial/lng-lat.ts";
import { useLook } from "../../shell/look.ts";
import { readPicked } from "../../state/url-state.ts";
import { useWorkbenchUrl } from "../../state/workbench-state.ts";
import { useText } from "../../text/use-text.ts";
import { Fallible } from "../../ui/fallible.tsx";
import { CategoryTree } from "./category-tree.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { ListPanel } from "./list-panel.tsx";
import { type Relocation, RelocationContext } from "./relocation.ts";
import { TimeStrip } from "./time-strip.tsx";
import { TopBar } from "./top-bar.tsx";

const Drawer = lazy(async () => ({ default: (await import("./drawer.tsx")).Drawer }));
const MapPanel = lazy(async () => ({ default: (await import("./map-panel.tsx")).MapPanel }));

/** The operator's page: filter above, list left, map in the middle, what is picked on the right, time below. */
export function Workbench() {
  const { theme } = useLook();
  const [url] = useWorkbenchUrl();
  const text = useText();
  const [inView, setInView] = useState<Bounds | null>(null);
  const [relocation, setRelocation] = useState<Relocation | null>(null);
  const picked = readPicked(url.pick);
  return (
    <RelocationContext value={[relocation, setRelocation]}>
      <div className={`workbench ${picked ? "has-drawer" : ""}`}>
        <TopBar />
        <FilterBar />
        <aside className="side">
          <CategoryTree />
          <ListPanel inView={inView} />
        </aside>
        <main className="stage" aria-label={text.map.label}>
          <Fallible>
            <Suspense fallback={<div className="map-waiting">{text.map.loading}</div>}>
              <MapPanel theme={theme} onView={setInView} />
            </Suspense>
          </Fallible>
          <TimeStrip />
        </main>
        {picked && (
          <Fallible>
            <Suspense fallback={<aside className="drawer" />}>
              <Drawer picked={picked} />
            </Suspense>
          </Fallible>
        )}
      </div>
    </RelocationContext>
  );
}
