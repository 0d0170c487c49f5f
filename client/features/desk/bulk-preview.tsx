import type { CaseActsDone } from "../../../domain/contract/cases.ts";
import type { ProblemFeature } from "../../../domain/contract/problems.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useDeskText } from "../../text/desk-text.ts";
import { type BulkKind, type BulkResult, byUnit } from "./bulk-acts.ts";
import { RefusedList } from "./refused-list.tsx";

type BulkPreviewProps = {
  readonly kind: BulkKind;
  readonly preview: CaseActsDone;
  readonly seen: ReadonlyMap<string, ProblemFeature>;
};

/** Which go where by when, which cannot and why. */
export function BulkPreview({ kind, preview, seen }: BulkPreviewProps) {
  const { panel } = useDeskText().desk;
  const { taken, refused, results } = preview;
  const able = results.filter(({ refusal }) => refusal === null);
  return (
    <section className="desk-preview" aria-label={panel.preview} data-testid="preview">
      <p>
        <strong>{taken === 0 ? panel.nobody : panel.taken(taken)}</strong>
        {refused > 0 && <strong className="desk-cannot">{panel.refused(refused)}</strong>}
      </p>
      <RefusedList results={results} seen={seen} />
      {kind === "dispatch"
        ? byUnit(able).map(({ unit, results: own }) => (
            <ResultTable
              key={unit}
              caption={panel.toUnit(unit, own.length)}
              results={own}
              seen={seen}
              hasDue
            />
          ))
        : able.length > 0 && (
            <ResultTable caption={panel.preview} results={able} seen={seen} hasDue={false} />
          )}
    </section>
  );
}

type ResultsProps = {
  readonly results: readonly BulkResult[];
  readonly seen: ReadonlyMap<string, ProblemFeature>;
};

function ResultTable({
  caption,
  results,
  seen,
  hasDue,
}: ResultsProps & { readonly caption: string; readonly hasDue: boolean }) {
  const text = useDeskText();
  const { columns, noDue } = text.desk.panel;
  const format = useCityFormat();
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.id}</th>
          <th scope="col">{columns.category}</th>
          <th scope="col">{hasDue ? columns.due : columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {results.map(({ id, dueAt, state }) => (
          <tr key={id}>
            <td>{id}</td>
            <td>{format.category(seen.get(id)?.properties.category ?? "")}</td>
            <td>
              {hasDue
                ? dueAt === null
                  ? noDue
                  : format.minute(dueAt)
                : state && text.states[state]}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
