import { useAdsText } from "../../text/ads-text.ts";
import { useAdsDesk } from "./ads-desk-state.ts";
import { MarkCard } from "./audit/mark-card.tsx";
import { RoadCard } from "./audit/road-card.tsx";
import { RoadList } from "./audit/road-list.tsx";
import { PlanPanel } from "./plans/plan-panel.tsx";

/** What is picked, and under it plans or the roads that lack ads. */
export function RightColumn() {
  const text = useAdsText().ads;
  const { picked, mode, audit } = useAdsDesk();
  return (
    <aside className={`ads-right is-${mode}`} aria-label={text.right}>
      {picked?.kind === "road" && <RoadCard key={picked.id} roadKey={picked.id} />}
      {mode === "audit" && picked && picked.kind !== "road" && <MarkCard picked={picked} />}
      {mode === "audit" ? !audit?.note && <RoadList /> : <PlanPanel />}
    </aside>
  );
}
