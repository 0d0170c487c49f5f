import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useCallback } from "react";
import type { ProblemFeature } from "../../../domain/contract/problems.ts";
import { UrgeRecord } from "../../../domain/contract/urge.ts";
import { caseWords } from "../../../domain/text/case-words.ts";
import { problemHistoryQuery, problemQuery } from "../../api/queries.ts";
import { pickedText } from "../../state/url-state.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useFilter, useRunning, useWorkbenchUrl } from "../../state/workbench-state.ts";
import { usePanelsText } from "../../text/panels-text.ts";
import { useText } from "../../text/use-text.ts";
import type { Text } from "../../text/zh-cn.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { Fallible } from "../../ui/fallible.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { lookAt } from "./map-wishes.ts";
import { Deadline } from "./problem-row.tsx";
import { WhoAnswers } from "./who-answers.tsx";

const CaseBlock = lazy(async () => ({
  default: (await import("../../case/case-block.tsx")).CaseBlock,
}));
const ProblemActions = lazy(async () => ({
  default: (await import("./problem-actions.tsx")).ProblemActions,
}));

/** One problem: what, where, since when, by whom; pictures; what happened to it; what can be corrected. */
export function ProblemPanel({ id }: { readonly id: string }) {
  const { asOf } = useFilter();
  const { data, error, isPending, refetch } = useQuery(problemQuery(id, asOf));
  return (
    <AsyncState isLoading={isPending} error={error} lines={8} onRetry={() => void refetch()}>
      {data && <Problem problem={data} />}
    </AsyncState>
  );
}

function Problem({ problem }: { readonly problem: ProblemFeature }) {
  const text = useText();
  const format = useCityFormat();
  const [url, set] = useWorkbenchUrl();
  const { properties, geometry } = problem;
  const status = properties.isOverdue ? "overdue" : properties.status;
  const { placeId } = properties;
  const { city, clock } = useRunning();
  const open = useCallback(
    (id: string) => set({ pick: pickedText({ kind: "problem", id }) }),
    [set],
  );
  return (
    <>
      <header className="drawer-title">
        <h2>
          <StatusMark status={status} /> {format.category(properties.category)}
        </h2>
        <p>
          {properties.id} · {text.states[properties.state]} · <Deadline problem={problem} />
        </p>
      </header>
      {properties.description && <p className="description">{properties.description}</p>}
      {properties.isHardDeduction && <p className="hint-box">{text.problem.hard}</p>}
      <dl className="facts-list">
        {factsOf(problem, text, format).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{text.spot.position}</dt>
          <dd>
            {geometry ? (
              <button
                type="button"
                className="link"
                onClick={() => lookAt({ position: geometry.coordinates, zoom: 17 })}
              >
                {properties.community?.name ?? properties.zone?.name ?? text.spot.outside}
              </button>
            ) : (
              <span className="defect">{text.problem.unplaced}</span>
            )}
          </dd>
        </div>
        {placeId !== null && (
          <div>
            <dt>{text.problem.place}</dt>
            <dd>
              <button
                type="button"
                className="link"
                onClick={() => set({ pick: pickedText({ kind: "place", id: placeId }) })}
              >
                {text.place.title} {placeId}
              </button>
            </dd>
          </div>
        )}
      </dl>
      <Photos problem={problem} />
      {url.asOf === undefined && (
        <Fallible>
          <Suspense fallback={null}>
            <CaseBlock id={properties.id} city={city} at={clock.liveAt} onOpen={open} />
          </Suspense>
        </Fallible>
      )}
      {geometry && <WhoAnswers position={geometry.coordinates} category={properties.category} />}
      <History problem={problem} />
      <Fallible>
        <Suspense fallback={null}>
          <ProblemActions problem={problem} />
        </Suspense>
      </Fallible>
    </>
  );
}

function factsOf(
  { properties }: ProblemFeature,
  text: Text,
  format: ReturnType<typeof useCityFormat>,
): readonly (readonly [string, string])[] {
  const facts: (readonly [string, string | null])[] = [
    [text.problem.reportedAt, format.fullMinute(properties.reportedAt)],
    [text.problem.dueAt, properties.dueAt && format.fullMinute(properties.dueAt)],
    [text.problem.closedAt, properties.closedAt && format.fullMinute(properties.closedAt)],
    [text.problem.source, format.source(properties.source)],
    [text.problem.address, properties.address],
    [text.problem.asset, properties.assetId],
  ];
  return facts.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}

function Photos({ problem }: { readonly problem: ProblemFeature }) {
  const text = useText();
  const { city } = useRunning();
  const { photos } = problem.properties;
  return (
    <section>
      <header className="section-title">
        <h3>{text.problem.photos}</h3>
        <span>{photos.length > 0 && city.isDemo ? text.problem.demoPhoto : ""}</span>
      </header>
      {photos.length === 0 ? (
        <p className="state-empty">{text.problem.noPhotos}</p>
      ) : (
        <div className="photos">
          {photos.map(({ file, kind, takenAt }) => (
            <figure key={file + kind}>
              <img
                src={`/api/photos/${encodeURIComponent(file)}`}
                alt={text.problem[kind]}
                loading="lazy"
              />
              <figcaption>
                {takenAt?.slice(5, 10)} {text.problem[kind]}
              </figcaption>
            </figure>
          ))}
        </div>
      )}
    </section>
  );
}

function History({ problem }: { readonly problem: ProblemFeature }) {
  const text = useText();
  const { actions } = usePanelsText();
  const format = useCityFormat();
  const { id, version } = problem.properties;
  const [url] = useWorkbenchUrl();
  const acts = caseWords[url.lang === "en" ? "en" : "zh"].acts;
  const { data } = useQuery(problemHistoryQuery(id, version));
  const words: Readonly<Record<string, string>> = { ...acts, ...actions };
  // Beside the case, which has them with all that was given, its acts are not told twice.
  const isTold = (action: string) => url.asOf === undefined && action in acts;
  const entries = (data?.entries ?? []).filter(
    ({ action }) => action in actions || !isTold(action),
  );
  if (entries.length === 0) return null;
  return (
    <section>
      <header className="section-title">
        <h3>{text.problem.history}</h3>
        <span />
      </header>
      <ol className="history">
        {entries.map(({ at, action, actor, after }) => (
          <li key={at + action}>
            <span className="number">{format.minute(at)}</span> {words[action] ?? action}
            <span className="muted"> {urgeWords(after) ?? actor}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Who urged, and what they said; null for other acts. */
function urgeWords(after: unknown): string | null {
  const { data } = UrgeRecord.safeParse(after);
  return data ? [data.person, data.note].filter(Boolean).join(" · ") : null;
}
