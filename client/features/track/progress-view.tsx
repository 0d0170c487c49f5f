import { useQuery } from "@tanstack/react-query";
import type { PublicReport } from "../../../domain/contract/public-reports.ts";
import { ApiError } from "../../api/http.ts";
import { progressPhotoUrl, progressQuery } from "../../api/report-queries.ts";
import { useTrackText } from "../../text/track-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { minuteOf } from "./instant-words.ts";
import { TrackForm } from "./track-form.tsx";

type ProgressViewProps = { readonly number: string; readonly code: string };

/** What became of a report, and the question about it once it is closed. */
export function ProgressView({ number, code }: ProgressViewProps) {
  const text = useTrackText();
  const { data, error, isPending, isFetching, refetch } = useQuery(progressQuery(number, code));
  if (error instanceof ApiError && error.status >= 400 && error.status < 500) {
    return <TrackForm number={number} error={error.message} />;
  }
  return (
    <AsyncState isLoading={isPending} error={error} lines={6} onRetry={() => void refetch()}>
      {data && (
        <>
          <Facts report={data} onRefresh={() => void refetch()} isFetching={isFetching} />
          {data.answerUntil !== null && <AnswerForm report={data} code={code} />}
          {data.photos.length > 0 && <Photos report={data} code={code} />}
          <section className="street-card">
            <h2>{text.steps}</h2>
            <Steps steps={data.steps} />
          </section>
        </>
      )}
    </AsyncState>
  );
}

type FactsProps = {
  readonly report: PublicReport;
  readonly isFetching: boolean;
  readonly onRefresh: () => void;
};

function Facts({ report, isFetching, onRefresh }: FactsProps) {
  const text = useTrackText();
  const { number, stage, category, reportedAt, place, dueAt, isMerged, reason } = report;
  return (
    <section className="street-card" data-testid="progress" data-stage={stage}>
      <p className="track-number">
        {text.number} {number}
        <span className="grow" />
        <button type="button" className="link" aria-disabled={isFetching} onClick={onRefresh}>
          {text.refresh}
        </button>
      </p>
      <h2 className={`track-stage is-${stage}`}>{text.stages[stage]}</h2>
      <p>{reason === null ? text.stageHints[stage] : text.reason(reason)}</p>
      {isMerged && <p className="muted">{text.merged}</p>}
      <dl>
        <Fact name={text.category} value={category} />
        <Fact name={text.place} value={place} />
        <Fact name={text.reportedAt} value={minuteOf(reportedAt)} />
        <Fact name={text.dueAt} value={dueAt && minuteOf(dueAt)} />
      </dl>
    </section>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string | null }) {
  if (value === null) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** The newest last, as it happened. */
function Steps({ steps }: Pick<PublicReport, "steps">) {
  const text = useTrackText();
  return (
    <ol className="track-steps">
      {steps.map(({ at, name, unit }, i) => (
        <li key={`${at} ${name}`} aria-current={i === steps.length - 1 ? "step" : undefined}>
          <strong>{text.stepNames[name]}</strong>
          {unit !== null && <span>{unit}</span>}
          <time dateTime={at}>{minuteOf(at)}</time>
        </li>
      ))}
    </ol>
  );
}

function Photos({ report, code }: { readonly report: PublicReport; readonly code: string }) {
  const text = useTrackText();
  return (
    <section className="street-card">
      <h2>{text.photos}</h2>
      <div className="track-photos">
        {report.photos.map((file, i) => (
          <a
            key={file}
            href={progressPhotoUrl(report.number, code, file)}
            target="_blank"
            rel="noopener"
          >
            <img
              src={progressPhotoUrl(report.number, code, file)}
              alt={text.photo(i + 1)}
              loading="lazy"
            />
          </a>
        ))}
      </div>
    </section>
  );
}
