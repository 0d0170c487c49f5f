import { useQuery } from "@tanstack/react-query";
import type { PlaceEvidence } from "../../../../domain/contract/recurrence.ts";
import type { RecurrenceSettings } from "../../../../domain/recurrence/params.ts";
import { placeQuery } from "../../../api/queries.ts";
import { parametersQuery } from "../../../api/recurrence-queries.ts";
import { evidenceSentence } from "../../../state/evidence-sentence.ts";
import { isHistoryShort } from "../../../state/place-evidence.ts";
import { useCityFormat } from "../../../state/use-city-format.ts";
import { useFilter } from "../../../state/workbench-state.ts";
import { useText } from "../../../text/use-text.ts";
import { AsyncState } from "../../../ui/async-state.tsx";
import { WhoAnswers } from "../who-answers.tsx";
import { EvidenceTimeline } from "./evidence-timeline.tsx";
import { PlaceFigures } from "./place-figures.tsx";
import { PlaceHeader } from "./place-header.tsx";
import { PlacePhotos } from "./place-photos.tsx";
import { SourceMix } from "./source-mix.tsx";
import { SummonsBlock } from "./summons-block.tsx";
import { WhoThen } from "./who-then.tsx";
import "./evidence.css";

/** A place where the same kind of problem keeps coming back, and everything that shows it. */
export function PlacePanel({ id }: { readonly id: number }) {
  const filter = useFilter();
  const evidence = useQuery(placeQuery(id, filter));
  const parameters = useQuery(parametersQuery);
  return (
    <AsyncState
      isLoading={evidence.isPending || parameters.isPending}
      error={evidence.error ?? parameters.error}
      lines={8}
      onRetry={() => {
        void evidence.refetch();
        void parameters.refetch();
      }}
    >
      {evidence.data && parameters.data && (
        <Evidence
          place={evidence.data}
          settings={parameters.data.settings}
          asOf={filter.asOf ?? ""}
        />
      )}
    </AsyncState>
  );
}

type EvidenceProps = {
  readonly place: PlaceEvidence;
  readonly settings: RecurrenceSettings;
  readonly asOf: string;
};

function Evidence({ place, settings, asOf }: EvidenceProps) {
  const text = useText();
  const format = useCityFormat();
  const asOfMs = format.instant(asOf);
  const { historyStart = "", windowDays, halfLifeDays } = settings;
  const isFirstYear = isHistoryShort(settings, format.instant(historyStart), asOfMs);
  return (
    <>
      <PlaceHeader place={place} settings={settings} asOf={asOf} />
      <PlaceFigures place={place} settings={settings} />
      <p
        className="place-sentence"
        data-testid="sentence"
        style={{ borderColor: `var(--class-${place.class})` }}
      >
        {evidenceSentence(place, settings, asOfMs, text)}
      </p>
      {isFirstYear && <p className="hint-box">{text.place.firstYear(historyStart, windowDays)}</p>}
      <EvidenceTimeline place={place} asOfMs={asOfMs} />
      <PlacePhotos place={place} />
      <WhoThen episodes={place.episodes} asOfMs={asOfMs} />
      <SourceMix episodes={place.episodes} />
      <WhoAnswers position={place.position} category={place.category} />
      <p className="place-parameters">
        {text.place.parameters(place.radiusM, place.graceHours, windowDays, halfLifeDays)}
      </p>
      <SummonsBlock place={place} settings={settings} />
    </>
  );
}
