import { useQuery } from "@tanstack/react-query";
import type { PlaceEvidence, RecurrenceParameters } from "../../../domain/contract/recurrence.ts";
import type { RecurrenceSettings } from "../../../domain/recurrence/params.ts";
import { ApiError } from "../../api/http.ts";
import { placeQuery } from "../../api/queries.ts";
import { parametersQuery } from "../../api/recurrence-queries.ts";
import { evidenceSentence } from "../../state/evidence-sentence.ts";
import { isHistoryShort } from "../../state/place-evidence.ts";
import { pickedText, stringifySearch } from "../../state/url-state.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useRunning } from "../../state/workbench-state.ts";
import { useText } from "../../text/use-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { DecisionsTable } from "./decisions-table.tsx";
import { FiguresTable } from "./figures-table.tsx";
import { PlaceFacts } from "./place-facts.tsx";
import { ReportsTable } from "./reports-table.tsx";
import { ResponsibleTable } from "./responsible-table.tsx";

type EvidenceSheetProps = { readonly id: number; readonly asOf: string };

/** An A4 document: everything that shows that a place comes back, to be verified and signed. */
export function EvidenceSheet({ id, asOf }: EvidenceSheetProps) {
  const text = useText();
  const place = useQuery(placeQuery(id, { asOf }));
  const parameters = useQuery(parametersQuery);
  const isUnknown = place.error instanceof ApiError && place.error.status === 404;
  return (
    <main className="sheet" data-testid="sheet">
      <nav className="sheet-tools">
        <button type="button" className="button primary" onClick={() => window.print()}>
          {text.sheet.print}
        </button>
        <span className="muted">{text.sheet.printHint}</span>
        <span className="grow" />
        <a href={`/${stringifySearch({ asOf, pick: pickedText({ kind: "place", id }) })}`}>
          {text.sheet.back}
        </a>
      </nav>
      <AsyncState
        isLoading={place.isPending || parameters.isPending}
        error={isUnknown ? null : (place.error ?? parameters.error)}
        isEmpty={isUnknown}
        empty={text.sheet.notFound}
        lines={8}
        onRetry={() => {
          void place.refetch();
          void parameters.refetch();
        }}
      >
        {place.data && parameters.data && (
          <SheetBody place={place.data} asOf={asOf} parameters={parameters.data} />
        )}
      </AsyncState>
    </main>
  );
}

type SheetBodyProps = {
  readonly place: PlaceEvidence;
  readonly asOf: string;
  readonly parameters: {
    readonly settings: RecurrenceSettings;
    readonly categories: RecurrenceParameters["categories"];
  };
};

function SheetBody({ place, asOf, parameters }: SheetBodyProps) {
  const text = useText();
  const format = useCityFormat();
  const { city } = useRunning();
  const { settings, categories } = parameters;
  const { historyStart = "", windowDays, halfLifeDays } = settings;
  const asOfMs = format.instant(asOf);
  const prior = categories.find(({ category }) => category === place.category);
  return (
    <>
      <header className="sheet-title">
        <h1>{text.sheet.title}</h1>
        <p>
          {city.name} · {text.sheet.number(place.id)} · {text.sheet.asOf(format.fullMinute(asOf))}
        </p>
        {city.isDemo && <p className="sheet-demo">{text.sheet.demo}</p>}
      </header>
      <PlaceFacts place={place} staleDays={settings.staleDays} />
      <section>
        <h2>{text.sheet.conclusion}</h2>
        <p className="sheet-sentence" data-testid="sentence">
          {evidenceSentence(place, settings, asOfMs, text)}
        </p>
        {isHistoryShort(settings, format.instant(historyStart), asOfMs) && (
          <p>{text.place.firstYear(historyStart, windowDays)}</p>
        )}
      </section>
      <FiguresTable place={place} settings={settings} />
      <ResponsibleTable episodes={place.episodes} />
      <ReportsTable episodes={place.episodes} />
      <DecisionsTable decisions={place.decisions} />
      <section>
        <h2>{text.sheet.parameters}</h2>
        <p>
          {text.place.parameters(place.radiusM, place.graceHours, windowDays, halfLifeDays)}
          {prior &&
            ` · ${text.sheet.prior(
              prior.alpha.toFixed(2),
              prior.betaDays.toFixed(1),
              prior.mean30.toFixed(3),
            )}`}
        </p>
        <p>{text.quality.definition}</p>
      </section>
      <dl className="signatures">
        {[text.sheet.opinion, text.sheet.signature, text.sheet.date].map((name) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd />
          </div>
        ))}
      </dl>
      <footer className="sheet-foot">{city.attribution}</footer>
    </>
  );
}
