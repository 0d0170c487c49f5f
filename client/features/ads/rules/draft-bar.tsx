import { count } from "../../../../domain/text/count.ts";
import { useAdsRulesText } from "../../../text/ads-rules-text.ts";
import { statusChanges } from "./rule-changes.ts";
import type { RuleDesk } from "./use-rule-desk.ts";

/** What the changes that are not saved would do, in two lines. */
export function DraftBar({
  desk,
  onSave,
}: {
  readonly desk: RuleDesk;
  readonly onSave: () => void;
}) {
  const text = useAdsRulesText();
  const { changes, preview, drop, defects } = desk;
  if (changes.length === 0) return null;
  return (
    <div className="rule-draft" data-testid="rule-draft">
      <p>
        <strong>{text.draft.changed(changes.length)}</strong>
        <button type="button" className="link" onClick={drop}>
          {text.draft.drop}
        </button>
      </p>
      <p role="status">
        {defects.length > 0 ? text.preview.defects(defects.length) : <Effect preview={preview} />}
      </p>
      <button type="button" className="button" onClick={onSave}>
        {text.draft.save}
      </button>
    </div>
  );
}

function Effect({ preview }: { readonly preview: RuleDesk["preview"] }) {
  const text = useAdsRulesText();
  const { data, error, isReckoning, retry } = preview;
  if (isReckoning) return <span className="muted">{text.draft.reckoning}</span>;
  if (error) {
    return (
      <>
        <span className="defect">{text.draft.failed}</span>{" "}
        <button type="button" className="link" onClick={retry}>
          {text.draft.retry}
        </button>
      </>
    );
  }
  if (!data) return null;
  const [before, after] = [data.before?.total.shortage, data.after.total.shortage];
  return (
    <>
      {text.draft.shortage} {before === undefined ? text.nothing : count(before)} → {count(after)} ·{" "}
      {text.draft.statuses(statusChanges(data.changed)[1].length)}
    </>
  );
}
