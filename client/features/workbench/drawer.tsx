import { lazy, type ReactNode, Suspense } from "react";
import type { Picked } from "../../state/url-state.ts";
import { useWorkbenchUrl } from "../../state/workbench-state.ts";
import { useText } from "../../text/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { HexagonPanel } from "./analysis/hexagon-panel.tsx";
import { HotSpotPanel } from "./analysis/hot-spot-panel.tsx";
import { CalendarPanel } from "./calendar/calendar-panel.tsx";
import { PlacePanel } from "./evidence/place-panel.tsx";
import { ProblemPanel } from "./problem-panel.tsx";
import { QualityPanel } from "./quality/quality-panel.tsx";
import { SpotPanel } from "./spot-panel.tsx";
import { StackPanel } from "./stack-panel.tsx";
import { ZonePanel } from "./zone-panel.tsx";

const ResponsibilityPanel = lazy(async () => ({
  default: (await import("./responsibility/responsibility-panel.tsx")).ResponsibilityPanel,
}));

/** What is picked, looked at closely. Escape closes it. */
export function Drawer({ picked }: { readonly picked: Picked }) {
  const text = useText();
  const [, set] = useWorkbenchUrl();
  const close = () => set({ pick: undefined });
  return (
    <aside
      className="drawer"
      data-testid="drawer"
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    >
      <button type="button" className="drawer-close" aria-label={text.drawer.close} onClick={close}>
        <Icon name="close" />
      </button>
      <Suspense>{panelOf(picked)}</Suspense>
    </aside>
  );
}

function panelOf(picked: Picked): ReactNode {
  switch (picked.kind) {
    case "zone":
      return <ZonePanel id={picked.id} key={picked.id} />;
    case "problem":
      return <ProblemPanel id={picked.id} key={picked.id} />;
    case "spot":
      return <SpotPanel lng={picked.lng} lat={picked.lat} />;
    case "place":
      return <PlacePanel id={picked.id} key={picked.id} />;
    case "hexagon":
      return <HexagonPanel id={picked.id} key={picked.id} />;
    case "hot-spot":
      return <HotSpotPanel id={picked.id} key={picked.id} />;
    case "calendar":
      return <CalendarPanel measure={picked.measure} />;
    case "stack":
      return <StackPanel bbox={picked.bbox} key={picked.bbox} />;
    case "responsibility":
      return <ResponsibilityPanel role={picked.role} />;
    case "quality":
      return <QualityPanel />;
  }
}
