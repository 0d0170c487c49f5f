import type { ProblemFeature } from "../../../domain/contract/problems.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useDeskText } from "../../text/desk-text.ts";
import { type BulkResult, byRefusal } from "./bulk-acts.ts";

type RefusedListProps = {
  readonly results: readonly BulkResult[];
  readonly seen: ReadonlyMap<string, ProblemFeature>;
};

/** Few are told one by one; of many the reasons, each with its cases inside. */
const FEW = 8;

/** Why some cannot take the act. */
export function RefusedList({ results, seen }: RefusedListProps) {
  const { panel } = useDeskText().desk;
  const format = useCityFormat();
  const isFew = results.filter(({ refusal }) => refusal !== null).length <= FEW;
  return byRefusal(results).map(({ message, results: own }) => (
    <details className="desk-refusal" key={message} open={isFew}>
      <summary>
        {message} <strong>{panel.refused(own.length)}</strong>
      </summary>
      <ul>
        {own.map(({ id }) => (
          <li key={id}>
            {id}{" "}
            <span className="muted">
              {format.category(seen.get(id)?.properties.category ?? "")}
            </span>
          </li>
        ))}
      </ul>
    </details>
  ));
}
