import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { CaseAct } from "../../../domain/case/case-acts.ts";
import { caseQuery } from "../../api/case-queries.ts";
import { CaseActs } from "../../case/case-acts.tsx";
import { CaseCityContext, caseCity } from "../../case/case-city.ts";
import { CaseTimeline } from "../../case/case-timeline.tsx";
import { useCaseText } from "../../text/case-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { useFieldCity } from "./field-city.ts";
import "../../case/case.css";

type OtherActsProps = {
  readonly id: string;
  /** The act that the page has a form of its own for, which waits for a connection. */
  readonly without: CaseAct | null;
};

/** What else the account may do with a case, and what was done; with a connection only. */
export function OtherActs({ id, without }: OtherActsProps) {
  const { city } = useFieldCity();
  const text = useCaseText();
  const { data, error, isPending, refetch } = useQuery(caseQuery(id));
  const shown = useMemo(() => caseCity(city, text, null), [city, text]);
  const file = useMemo(
    () => data && { ...data, allowed: data.allowed.filter(({ act }) => act !== without) },
    [data, without],
  );
  return (
    <AsyncState isLoading={isPending} error={error} lines={4} onRetry={() => void refetch()}>
      {file && (
        <CaseCityContext value={shown}>
          <div className="case">
            <CaseActs file={file} />
            <CaseTimeline file={file} />
          </div>
        </CaseCityContext>
      )}
    </AsyncState>
  );
}
