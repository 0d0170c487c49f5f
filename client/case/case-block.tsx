import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import type { CaseBody } from "../../domain/contract/cases.ts";
import type { CityManifest } from "../../domain/contract/city.ts";
import { caseQuery } from "../api/case-queries.ts";
import type { PhotoMark } from "../state/shrink-photo.ts";
import { useCaseText } from "../text/case-text.ts";
import { AsyncState } from "../ui/async-state.tsx";
import { CaseActs } from "./case-acts.tsx";
import { CaseCityContext, caseCity } from "./case-city.ts";
import { CaseFacts } from "./case-facts.tsx";
import { CaseTimeline } from "./case-timeline.tsx";
import { CaseVisits } from "./case-visits.tsx";
import { MergedReports } from "./merged-reports.tsx";
import { StageStepper } from "./stage-stepper.tsx";
import type { WishedAct } from "./use-act-form.ts";
import "./case.css";

type CaseBlockProps = {
  readonly id: string;
  readonly city: CityManifest;
  /** The moment that the page shows; the case is read again when it moves. */
  readonly at?: string | undefined;
  /** Opens another report that the case names. */
  readonly onOpen?: (id: string) => void;
  /** After each act that was taken. */
  readonly onActed?: (after: CaseBody) => void;
  readonly wished?: WishedAct | null;
  /** Drawn over pictures that are taken here. */
  readonly mark?: PhotoMark;
};

/** The life of a report: where it stands, its clock, what may be done now, what was done. For desk and phone. */
export function CaseBlock({ id, city, at, onOpen, onActed, wished, mark }: CaseBlockProps) {
  const text = useCaseText();
  const { data, error, isPending, refetch } = useQuery(caseQuery(id));
  const shownAt = useRef(at);
  useEffect(() => {
    if (shownAt.current !== at) void refetch();
    shownAt.current = at;
  }, [at, refetch]);
  const shown = useMemo(() => caseCity(city, text, onOpen ?? null), [city, text, onOpen]);
  return (
    <section className="case" aria-label={text.caseBlock.title} data-testid="case">
      <AsyncState
        isLoading={isPending}
        error={data ? null : error}
        lines={6}
        onRetry={() => void refetch()}
      >
        {data && (
          <CaseCityContext value={shown}>
            <StageStepper file={data} />
            <CaseFacts file={data} />
            <CaseActs
              key={data.id}
              file={data}
              {...(wished && { wished })}
              {...(onActed && { onActed })}
              {...(mark && { mark })}
            />
            <CaseVisits file={data} />
            <MergedReports file={data} />
            <CaseTimeline file={data} />
          </CaseCityContext>
        )}
      </AsyncState>
    </section>
  );
}
