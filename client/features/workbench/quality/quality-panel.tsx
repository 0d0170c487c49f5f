import { useQuery } from "@tanstack/react-query";
import { parametersQuery, summaryQuery } from "../../../api/recurrence-queries.ts";
import { useFilter } from "../../../state/workbench-state.ts";
import { useText } from "../../../text/use-text.ts";
import { AsyncState } from "../../../ui/async-state.tsx";
import { Breakdowns } from "./breakdowns.tsx";
import { DroppedReports } from "./dropped-reports.tsx";
import { ParameterList } from "./parameter-list.tsx";
import { PriorTable } from "./prior-table.tsx";
import { QualityCounts } from "./quality-counts.tsx";
import "./quality.css";

/** 口径与数据质量: what keeps the score honest, what it does not count, and everything it depends on. */
export function QualityPanel() {
  const text = useText();
  const summary = useQuery(summaryQuery(useFilter()));
  const parameters = useQuery(parametersQuery);
  return (
    <>
      <header className="drawer-title">
        <h2>{text.quality.title}</h2>
        <p>
          {text.place.ownHint} · {text.quality.subtitle}
        </p>
      </header>
      <p className="description">{text.quality.definition}</p>
      <AsyncState
        isLoading={summary.isPending || parameters.isPending}
        error={summary.error ?? parameters.error}
        lines={8}
        onRetry={() => {
          void summary.refetch();
          void parameters.refetch();
        }}
      >
        {summary.data && parameters.data && (
          <>
            <QualityCounts summary={summary.data} settings={parameters.data.settings} />
            <DroppedReports dropped={summary.data.dropped} />
            <Breakdowns summary={summary.data} />
            <ParameterList settings={parameters.data.settings} />
            <PriorTable parameters={parameters.data} />
          </>
        )}
      </AsyncState>
    </>
  );
}
