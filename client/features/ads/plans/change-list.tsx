import { type AdChange, revertOf } from "../../../state/ads-draft.ts";
import { useZoneNames } from "../../../state/use-zone-names.ts";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { useAdsDesk } from "../ads-desk-state.ts";
import { usePlanDesk } from "./plan-desk-state.ts";
import { objectiveWord, scopeWord } from "./plan-words.ts";

/** How the draft differs from its scenario; each difference can be looked at and taken back. */
export function ChangeList() {
  const text = useAdPlansText();
  const { goTo, ads } = useAdsDesk();
  const { draft, changes, edit } = usePlanDesk();
  const wordsOf = useChangeWords();
  const lookAt = (id: string) => goTo({ kind: ads.has(id) ? "ad" : "site", id });
  return (
    <ul>
      {changes.map((change) => {
        const words = wordsOf(change);
        return (
          <li key={words}>
            {"site" in change ? (
              <button type="button" className="plain" onClick={() => lookAt(change.site)}>
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
