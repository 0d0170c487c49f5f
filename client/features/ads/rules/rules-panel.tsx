import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import type { AdRulesBody } from "../../../../domain/contract/ads-rules.ts";
import { adsRulesQuery } from "../../../api/ads-queries.ts";
import { useAdsRulesText } from "../../../text/ads-rules-text.ts";
import { AsyncState } from "../../../ui/async-state.tsx";
import { DraftBar } from "./draft-bar.tsx";
import { RuleTable } from "./rule-table.tsx";
import { useRuleDesk } from "./use-rule-desk.ts";
import "./styles/rule-table.css";
import "./styles/rule-editor.css";
import "./styles/rule-preview.css";

const RuleEditor = lazy(async () => ({ default: (await import("./rule-editor.tsx")).RuleEditor }));

/** 规则: the numbers of each class of road, which can be tried and changed where they stand; the editor has the others. */
export function RulesPanel() {
  const { data, error, isPending, refetch } = useQuery(adsRulesQuery);
  return (
    <AsyncState isLoading={isPending} error={error} lines={6} onRetry={() => void refetch()}>
      {data && <Rules body={data} />}
    </AsyncState>
  );
}

function Rules({ body }: { readonly body: AdRulesBody }) {
  const text = useAdsRulesText();
  const desk = useRuleDesk(body);
  const [isOpen, setOpen] = useState(false);
  const { active } = body;
  return (
    <section className="rules-panel" aria-labelledby="rules-title">
      <h3 id="rules-title">
        {text.title}
        <small title={active?.source}>
          <span>{active ? `${active.version} · ${active.source}` : text.none}</span>
          {active && <span> {active.issuedOn}</span>} ·{" "}
          <button type="button" className="link" onClick={() => setOpen(true)}>
            {active ? text.edit : text.start}
          </button>
        </small>
      </h3>
      {active ? <RuleTable desk={desk} /> : <p className="muted">{text.noneHint}</p>}
      <DraftBar desk={desk} onSave={() => setOpen(true)} />
      {isOpen && (
        <Suspense>
          <RuleEditor desk={desk} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </section>
  );
}
