import { useAdsText } from "../../../text/ads-text.ts";

/** 审计: what ought to be, what is, what is missing. */
export function AuditPanel() {
  const text = useAdsText().ads;
  return (
    <section aria-label={text.audit.title}>
      <h3>{text.audit.title}</h3>
    </section>
  );
}
