import { useAdsText } from "../../text/ads-text.ts";
import { AuditPanel } from "./audit/audit-panel.tsx";
import { OtherFindings } from "./audit/other-findings.tsx";
import { ThemePanel } from "./audit/theme-panel.tsx";
import { UnmetPanel } from "./audit/unmet-panel.tsx";
import { RulesPanel } from "./rules/rules-panel.tsx";

/** Rules first, then what they find. */
export function LeftColumn() {
  const text = useAdsText().ads;
  return (
    <aside className="ads-left" aria-label={text.left}>
      <RulesPanel />
      <AuditPanel />
      <UnmetPanel />
      <ThemePanel />
      <OtherFindings />
    </aside>
  );
}
