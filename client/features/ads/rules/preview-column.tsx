import type { AdSummaryRow } from "../../../../domain/contract/ads.ts";
import type { AdPreview } from "../../../../domain/contract/ads-rules.ts";
import { count } from "../../../../domain/text/count.ts";
import { useAdsRulesText } from "../../../text/ads-rules-text.ts";
import { AsyncState } from "../../../ui/async-state.tsx";
import { statusChanges } from "./rule-changes.ts";
import { changeWords, pathWords } from "./rule-words.ts";
import type { RuleDesk } from "./use-rule-desk.ts";

const ROWS = ["required", "existing", "shortage", "short", "dense", "met", "unneeded"] as const;
/** Roads and changes that are listed; the others are counted. */
const SHOWN = 40;

/** 试算: sums before and after, the roads whose status changes, and what was changed. */
export function PreviewColumn({ desk }: { readonly desk: RuleDesk }) {
  const text = useAdsRulesText();
  const { changes, defects, preview } = desk;
  const { data, error, isReckoning, retry } = preview;
  return (
    <section className="rule-preview" aria-labelledby="rule-preview-title">
      <h3 id="rule-preview-title">
        {text.preview.title} <small>{text.preview.hint}</small>
      </h3>
      <div role="status" className="rule-preview-state">
        {defects.length > 0 && <p className="defect">{text.preview.defects(defects.length)}</p>}
        {changes.length === 0 && <p className="muted">{text.preview.noChanges}</p>}
        {isReckoning && <p className="muted">{text.draft.reckoning}</p>}
      </div>
      {changes.length > 0 && defects.length === 0 && (
        <AsyncState isLoading={!data && isReckoning} error={error} lines={7} onRetry={retry}>
          {data && <PreviewSums preview={data} isOld={isReckoning} />}
          {data && <ExtraSums preview={data} />}
          {data && <ChangedRoads preview={data} />}
        </AsyncState>
      )}
      {changes.length > 0 && (
        <details className="rule-changes" open>
          <summary>{text.preview.changes(changes.length)}</summary>
          <ul>
            {changes.slice(0, SHOWN).map((change) => (
              <li key={change.path}>{changeWords(change, text)}</li>
            ))}
            {changes.length > SHOWN && <li>{text.preview.more(changes.length - SHOWN)}</li>}
          </ul>
        </details>
      )}
    </section>
  );
}

type PreviewSumsProps = { readonly preview: AdPreview; readonly isOld: boolean };

function PreviewSums({ preview, isOld }: PreviewSumsProps) {
  const text = useAdsRulesText().preview;
  const [before, after] = [preview.before?.total ?? null, preview.after.total];
  const told = (row: AdSummaryRow | null, name: (typeof ROWS)[number]) =>
    row ? count(row[name]) : text.absent;
  return (
    <table className={`rule-sums${isOld ? " is-old" : ""}`} aria-label={text.title}>
      <thead>
        <tr>
          <td />
          <th scope="col">{text.before}</th>
          <th scope="col">{text.after}</th>
        </tr>
      </thead>
      <tbody>
        {ROWS.map((name) => (
          <tr key={name}>
            <th scope="row">{text.rows[name]}</th>
            <td>{told(before, name)}</td>
            <td className={before && before[name] !== after[name] ? "is-changed" : ""}>
              {told(after, name)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Demands that are audited only: broken of those that are asked. */
function ExtraSums({ preview: { extra } }: { readonly preview: AdPreview }) {
  const text = useAdsRulesText();
  if (extra.length === 0) return null;
  const told = (count: AdPreview["extra"][number]["before"]) =>
    count ? text.preview.broken(count.broken, count.checked) : text.preview.absent;
  return (
    <table className="rule-sums" aria-label={text.editor.auditedOnly}>
      <thead>
        <tr>
          <th scope="col">
            {text.editor.auditedOnly} · {text.preview.brokenOf}
          </th>
          <th scope="col">{text.preview.before}</th>
          <th scope="col">{text.preview.after}</th>
        </tr>
      </thead>
      <tbody>
        {extra.map(({ rule, kind, before, after }) => (
          <tr key={`${kind} ${rule}`}>
            <th scope="row">{rule === "own" ? text.kinds[kind] : pathWords(rule, text)}</th>
            <td>{told(before)}</td>
            <td className={before?.broken === after?.broken ? "" : "is-changed"}>{told(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ChangedRoads({ preview: { changed } }: { readonly preview: AdPreview }) {
  const text = useAdsRulesText().preview;
  const [others, moved] = statusChanges(changed);
  return (
    <>
      {moved.length === 0 && <p className="muted">{text.noRoads}</p>}
      {moved.length > 0 && <h4>{text.roads(moved.length)}</h4>}
      <RoadList roads={moved} />
      {others.length > 0 && (
        <details>
          <summary>{text.shortagesOnly(others.length)}</summary>
          <RoadList roads={others} />
        </details>
      )}
    </>
  );
}

function RoadList({ roads }: { readonly roads: AdPreview["changed"] }) {
  const text = useAdsRulesText().preview;
  const word = (status: AdPreview["changed"][number]["from"]) =>
    status ? text.statuses[status] : text.gone;
  return (
    <ul className="changed-roads">
      {roads.slice(0, SHOWN).map(({ key, name, from, to, shortage }) => (
        <li key={key}>
          <span title={key}>{name ?? text.unnamed}</span>
          <span>
            {word(from)} → <strong className={to === "short" ? "defect" : ""}>{word(to)}</strong>
          </span>
          <span className="number">
            {shortage[0]} → {shortage[1]}
          </span>
        </li>
      ))}
      {roads.length > SHOWN && <li className="muted">{text.more(roads.length - SHOWN)}</li>}
    </ul>
  );
}
