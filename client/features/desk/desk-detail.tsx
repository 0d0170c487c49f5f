import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ProblemFeature } from "../../../domain/contract/problems.ts";
import { problemQuery } from "../../api/queries.ts";
import { CaseBlock } from "../../case/case-block.tsx";
import type { WishedAct } from "../../case/use-act-form.ts";
import { useLook } from "../../shell/look.ts";
import { cameraText, pickedText } from "../../state/url-state.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useRunning } from "../../state/workbench-state.ts";
import { useDeskText } from "../../text/desk-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { DutyLines } from "./duty-lines.tsx";
import { SimilarReports } from "./similar-reports.tsx";

type DeskDetailProps = {
  readonly id: string;
  readonly wished: WishedAct | null;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
};

/** One case beside the list: what and where, its life and what to do, who answers, its likely doubles. */
export function DeskDetail({ id, wished, onOpen, onClose }: DeskDetailProps) {
  const text = useDeskText().desk.detail;
  const { city, clock } = useRunning();
  const { data, error, isPending, refetch } = useQuery(problemQuery(id, clock.liveAt));
  return (
    <article className="desk-detail" data-testid="desk-detail">
      <button type="button" className="desk-close" aria-label={text.close} onClick={onClose}>
        <Icon name="close" />
      </button>
      <AsyncState isLoading={isPending} error={error} lines={8} onRetry={() => void refetch()}>
        {data && (
          <>
            <Heading problem={data} />
            <CaseBlock id={id} city={city} at={clock.liveAt} wished={wished} onOpen={onOpen} />
            <SimilarReports problem={data} onOpen={onOpen} />
            <DutyLines problem={data} />
          </>
        )}
      </AsyncState>
    </article>
  );
}

function Heading({ problem }: { readonly problem: ProblemFeature }) {
  const text = useDeskText().desk.detail;
  const format = useCityFormat();
  const { properties, geometry } = problem;
  const where = [properties.address, properties.community?.name, properties.zone?.name];
  return (
    <>
      <header>
        <h2>
          <StatusMark status={properties.isOverdue ? "overdue" : properties.status} />
          {format.category(properties.category)}
        </h2>
        <p className="muted">
          {properties.id} · {format.source(properties.source)} ·{" "}
          {format.minute(properties.reportedAt)} {text.reported}
        </p>
      </header>
      {properties.description && <p>{properties.description}</p>}
      <p className="muted">
        {where.filter(Boolean).join(" · ") || text.unplaced}{" "}
        {geometry && <MapLink id={properties.id} position={geometry.coordinates} />}
      </p>
      <Photos problem={problem} />
    </>
  );
}

type MapLinkProps = { readonly id: string; readonly position: readonly number[] };

function MapLink({ id, position: [lng = 0, lat = 0] }: MapLinkProps) {
  const text = useDeskText().desk.detail;
  const { link } = useLook();
  const at = cameraText({ lng, lat, zoom: 17 });
  return (
    <Link to="/" search={{ pick: pickedText({ kind: "problem", id }), at, ...link }}>
      {text.map}
    </Link>
  );
}

function Photos({ problem }: { readonly problem: ProblemFeature }) {
  const text = useDeskText();
  const { photos } = problem.properties;
  if (photos.length === 0) return null;
  return (
    <p className="desk-photos">
      {photos.map(({ file, kind }) => (
        <a
          key={file + kind}
          href={`/api/photos/${encodeURIComponent(file)}`}
          target="_blank"
          rel="noreferrer"
        >
          <img
            src={`/api/photos/${encodeURIComponent(file)}?size=small`}
            alt={`${text.problem.photos} ${text.problem[kind]}`}
            loading="lazy"
          />
        </a>
      ))}
    </p>
  );
}
