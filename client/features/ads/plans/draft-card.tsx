import { type AdChange, isLocal, newPlanOf, revertOf } from "../../../state/ads-draft.ts";
import { useZoneNames } from "../../../state/use-zone-names.ts";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { useAdsDesk } from "../ads-desk-state.ts";
import { derivedName } from "./derived-name.ts";
import { usePlanDesk } from "./plan-desk-state.ts";
import { objectiveWord, scopeWord } from "./plan-words.ts";

/** The edits since the scenario was asked for, and how to plan with them. */
export function DraftCard() {
  const text = useAdPlansText();
  const { goTo, ads } = useAdsDesk();
  const { heads, head, draft, changes, step, edit, ask, isAsking, askError } = usePlanDesk();
  const wordsOf = useChangeWords();
  if (!head || (changes.length === 0 && draft.past.length + draft.future.length === 0)) return null;
  // Near its edits a plan is made by its own rules, all anew by those in force.
  const rules = head.stamp.rules.version;
  const name = derivedName(
    head.name,
    text.derived,
    heads.map((each) => each.name),
  );
  const askWith = (basedOn?: string) =>
    ask(newPlanOf(draft.now, { name, ...(basedOn !== undefined && { basedOn, rules }) }));
  return (
    <section className="plan-draft" aria-label={text.edits}>
      <h3>
        {text.edits}
        <small>{text.editsOf(String(changes.length))}</small>
      </h3>
      {changes.length > 0 && (
        <ul>
          {changes.map((change) => {
            const words = wordsOf(change);
            return (
              <li key={words}>
                {"site" in change ? (
                  <button
                    type="button"
                    className="plain"
                    onClick={() =>
                      goTo({ kind: ads.has(change.site) ? "ad" : "site", id: change.site })
                    }
                  >
                    {words}
                  </button>
                ) : (
                  <span>{words}</span>
                )}
                <button
                  type="button"
                  className="plain"
                  aria-label={text.revert(words)}
                  onClick={() => edit(revertOf(draft.base, change))}
                >
                  <Icon name="close" />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <p className="plan-buttons">
        <button
          type="button"
          className="button primary"
          disabled={!isLocal(changes, ads) || isAsking}
          title={text.localHint}
          onClick={() => askWith(head.id)}
        >
          {text.localAgain}
        </button>
        <button
          type="button"
          className="button"
          disabled={changes.length === 0 || isAsking}
          onClick={() => askWith()}
        >
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
      {askError && (
        <p className="plan-refused" role="alert">
          {askError.message}
        </p>
      )}
    </section>
  );
}

function useChangeWords(): (change: AdChange) => string {
  const text = useAdPlansText();
  const zoneNames = useZoneNames();
  const { draft } = usePlanDesk();
  const { now } = draft;
  return (change) => {
    switch (change.kind) {
      case "objective":
        return text.changes.objective(objectiveWord(text, now));
      case "weighting":
        return text.changes.weighting(text.weightings[now.weighting]);
      case "scope":
        return text.changes.scope(scopeWord(text, now.scope, zoneNames));
      case "lock":
        return text.changes[change.lock](change.site);
      case "move":
        return change.isBack ? text.changes.back(change.site) : text.changes.move(change.site);
    }
  };
}
