import { useState } from "react";
import type { AdImportReport } from "../../../../domain/contract/ads-import.ts";
import { count } from "../../../../domain/text/count.ts";
import { useAdsImportText } from "../../../text/ads-import-text.ts";
import { DoublesTab } from "./doubles-tab.tsx";
import { MappingTab } from "./mapping-tab.tsx";
import { NotesTab } from "./notes-tab.tsx";
import { SnappingTab } from "./snapping-tab.tsx";
import type { AdImport } from "./use-ad-import.ts";

export type FindingsProps = { readonly report: AdImportReport; readonly run: AdImport };

const tabs = ["mapping", "duplicates", "snapping", "notes"] as const;
type Tab = (typeof tabs)[number];

const panels: Readonly<Record<Tab, (props: FindingsProps) => React.ReactNode>> = {
  mapping: MappingTab,
  duplicates: DoublesTab,
  snapping: SnappingTab,
  notes: NotesTab,
};

/** What a file holds, and what would become of it. */
export function ImportFindings({ report, run }: FindingsProps) {
  const { adsImport: text } = useAdsImportText();
  const [tab, setTab] = useState<Tab>("mapping");
  const counts: Readonly<Record<Tab, number>> = {
    mapping: report.unknown.length,
    duplicates: report.duplicates,
    snapping: report.snapping?.unservedCount ?? 0,
    notes: report.noteCounts.error + report.noteCounts.warning,
  };
  const Panel = panels[tab];
  return (
    <div className={run.busy ? "is-coming" : ""} data-testid="import-findings">
      <Sums report={report} />
      {report.isRepeated && <p className="ad-import-warning">{text.repeated}</p>}
      <DatumWarning report={report} run={run} />
      <fieldset className="ads-switch ad-import-tabs" aria-label={text.tabsLabel}>
        {tabs.map((each) => (
          <button type="button" key={each} aria-pressed={each === tab} onClick={() => setTab(each)}>
            {text.tabs[each]}
            {counts[each] > 0 && <span> {count(counts[each])}</span>}
          </button>
        ))}
      </fieldset>
      <Panel report={report} run={run} />
    </div>
  );
}

function Sums({ report }: Pick<FindingsProps, "report">) {
  const { adsImport: text } = useAdsImportText();
  const { outcomes } = report;
  const sums = ["rows", "good", "duplicates", "bad"] as const;
  const said = (["added", "updated", "unchanged", "skipped"] as const).filter(
    (name) => outcomes[name] > 0,
  );
  return (
    <>
      <dl className="ad-import-sums">
        {sums.map((name) => (
          <div key={name} className={name === "bad" && report.bad > 0 ? "is-bad" : ""}>
            <dt>{text.sums[name]}</dt>
            <dd>{count(report[name])}</dd>
          </div>
        ))}
      </dl>
      <p className="ad-import-outcomes">
        {said.map((name) => text.outcomes[name](count(outcomes[name]))).join(" · ")}
      </p>
    </>
  );
}

function DatumWarning({ report, run }: FindingsProps) {
  const { adsImport: text } = useAdsImportText();
  const warning = report.snapping?.datumWarning;
  if (!warning) return null;
  const { better } = warning;
  const name = better && text.datums[better.datum];
  return (
    <div className="ad-import-warning" role="alert">
      <p>
        {text.datumWarning(count(warning.served), count(warning.all))}{" "}
        {better && name ? text.datumBetter(name, count(better.served)) : text.datumNone}
      </p>
      {better && name && (
        <button type="button" className="button" onClick={() => run.change({ crs: better.datum })}>
          {text.datumTake(name)}
        </button>
      )}
    </div>
  );
}
