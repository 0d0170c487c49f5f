import { isAskable, isLocal, newPlanOf } from "../../../state/ads-draft.ts";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { ChangeList } from "./change-list.tsx";
import { derivedName } from "./derived-name.ts";
import { usePlanDesk } from "./plan-desk-state.ts";

/** The edits since the scenario was asked for, and how to plan with them. */
export function DraftCard() {
  const text = useAdPlansText();
  const { head, draft, changes, askError } = usePlanDesk();
  if (!head || (changes.length === 0 && draft.past.length + draft.future.length === 0)) return null;
  return (
    <section className="plan-draft" aria-label={text.edits}>
      <h3>
        {text.edits}
        <small>{text.editsOf(String(changes.length))}</small>
      </h3>
      {changes.length > 0 && <ChangeList />}
      <DraftButtons />
      {askError && (
        <p className="plan-refused" role="alert">
          {askError.message}
        </p>
      )}
    </section>
  );
}

function DraftButtons() {
  const text = useAdPlansText();
  const { ads } = useAdsDesk();
  const { draft, changes, step, isAsking } = usePlanDesk();
  const askWith = useAskAgain();
  const isOff = changes.length === 0 || isAsking || !isAskable(draft.now);
  return (
    <p className="plan-buttons">
      <button
        type="button"
        className="button primary"
        disabled={isOff || !isLocal(changes, ads)}
        title={text.localHint}
        onClick={() => askWith("near")}
      >
        {text.localAgain}
      </button>
      <button type="button" className="button" disabled={isOff} onClick={() => askWith("all")}>
        {text.fullAgain}
      </button>
      <button
        type="button"
        className="link"
        disabled={changes.length === 0}
        onClick={() => step({ do: "discard" })}
      >
        {text.discard}
      </button>
    </p>
  );
}

/** Near its edits a plan is made by its own rules, all anew by those in force. */
function useAskAgain(): (how: "near" | "all") => void {
  const text = useAdPlansText();
  const { heads, head, draft, ask } = usePlanDesk();
  return (how) => {
    if (!head) return;
    const taken = heads.map((each) => each.name);
    const name = derivedName(head.name, text.derived, taken);
    const base = how === "near" ? { basedOn: head.id, rules: head.stamp.rules.version } : {};
    ask(newPlanOf(draft.now, { name, ...base }));
  };
}
