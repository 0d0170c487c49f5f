import { useQuery } from "@tanstack/react-query";
import type { ProblemFeature } from "../../../domain/contract/problems.ts";
import { caseQuery, useCaseAct } from "../../api/case-queries.ts";
import { similarQuery } from "../../api/duplicate-queries.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useDeskText } from "../../text/desk-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";

type SimilarReportsProps = {
  readonly problem: ProblemFeature;
  readonly onOpen: (id: string) => void;
};

/** 疑似重复: open reports of the kind near by, with 并案 into one of them, and the way back. */
export function SimilarReports({ problem, onOpen }: SimilarReportsProps) {
  const text = useDeskText();
  const { detail } = text.desk;
  const format = useCityFormat();
  const { id } = problem.properties;
  const { data: file } = useQuery(caseQuery(id));
  const { data, error, isPending, refetch } = useQuery(similarQuery(problem));
  const act = useCaseAct();
  const may = (name: "merge" | "unmerge") => file?.allowed.some((each) => each.act === name);
  if (problem.geometry === null || problem.properties.status === "closed") return null;
  if (file && file.mergedInto !== null) {
    return (
      <section className="desk-part" data-testid="similar">
        <h3>{detail.similar}</h3>
        <p role="status">
          {detail.merged(file.mergedInto)}{" "}
          {may("unmerge") && (
            <button
              type="button"
              className="link"
              disabled={act.isPending}
              onClick={() => act.mutate({ id, version: file.version, act: { act: "unmerge" } })}
            >
              {detail.unmerge}
            </button>
          )}
        </p>
        {act.error && <p className="desk-refused">{act.error.message}</p>}
      </section>
    );
  }
  return (
    <section className="desk-part" data-testid="similar">
      <h3>
        {detail.similar} <span className="muted">{detail.similarHint}</span>
      </h3>
      <AsyncState
        isLoading={isPending}
        error={error}
        isEmpty={data?.length === 0}
        empty={detail.noSimilar}
        lines={2}
        onRetry={() => void refetch()}
      >
        <ul>
          {data?.map(({ feature: { properties }, distanceM }) => (
            <li key={properties.id}>
              <button type="button" className="link" onClick={() => onOpen(properties.id)}>
                {properties.id}
              </button>
              <span className="muted">
                {text.states[properties.state]} · {format.minute(properties.reportedAt)} ·{" "}
                {detail.metres(String(distanceM))}
              </span>
              {file && may("merge") && (
                <button
                  type="button"
                  className="button"
                  aria-label={detail.mergeInto(properties.id)}
                  disabled={act.isPending}
                  onClick={() => {
                    const merge = { act: "merge", mergedInto: properties.id } as const;
                    act.mutate({ id, version: file.version, act: merge });
                  }}
                >
                  {detail.merge}
                </button>
              )}
              {properties.description && <p>{properties.description}</p>}
            </li>
          ))}
        </ul>
      </AsyncState>
      {act.error && (
        <p className="desk-refused" role="alert">
          {act.error.message}
        </p>
      )}
    </section>
  );
}
