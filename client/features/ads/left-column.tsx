import { useAdsText } from "../../text/ads-text.ts";
import { AuditPanel } from "./audit/audit-panel.tsx";

/** Rules first, then what they find. */
export function LeftColumn() {
  const text = useAdsText().ads;
  return (
    <aside className="ads-left" aria-label={text.left}>
      <AuditPanel />
    </aside>
  );
}
