import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, useState } from "react";
import type { DutyDefectBody } from "../../../domain/contract/duty-defects.ts";
import { count } from "../../../domain/text/count.ts";
import { dutyDefectsQuery } from "../../api/duty-queries.ts";
import { useDutiesUrl } from "../../state/duties-url.ts";
import { useDutiesText } from "../../text/duties-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { DefectRow } from "./defect-row.tsx";
import type { DutyTask } from "./duty-task.ts";
import { columnsOf, VirtualTable } from "./virtual-table.tsx";

const DefectMap = lazy(async () => ({ default: (await import("./defect-map.tsx")).DefectMap }));

const WIDTHS = { kind: 130, about: 250, detail: undefined, acts: 150 };

/** What nobody answers for, or two by mistake: where it is, and what mends it. */
export function DefectTab({ onTask }: { readonly onTask: (task: DutyTask) => void }) {
  const text = useDutiesText().duties;
  const words = text.defects;
  const [url, set] = useDutiesUrl();
  const { data, error, isPending, refetch } = useQuery(dutyDefectsQuery(url.on));
  const defects = data?.defects ?? [];
  const kinds = useMemo(() => [...countByKind(data?.defects ?? [])], [data]);
  const [picked, setPicked] = useState<DutyDefectBody | null>(null);
  const kind = kinds.find(([name]) => name === url.kind)?.[0];
  const shown = useMemo(() => {
    const all = data?.defects ?? [];
    return kind === undefined ? all : all.filter((defect) => defect.kind === kind);
  }, [data, kind]);
  return (
    <AsyncState
      isLoading={isPending}
      error={error}
      isEmpty={defects.length === 0}
      empty={
        <div className="task-empty" data-testid="no-defects">
          <strong>✓ {words.none}</strong>
          <p>{words.noneHint}</p>
        </div>
      }
      lines={8}
      onRetry={() => void refetch()}
    >
      <fieldset className="task-tools defect-kinds" aria-label={words.columns.kind}>
        {[[undefined, defects.length] as const, ...kinds].map(([name, n]) => (
          <button
            type="button"
            className="button"
            key={name ?? "all"}
            aria-pressed={name === kind}
            onClick={() => set({ kind: name })}
          >
            {name === undefined ? words.all : words.kinds[name]} {count(n)}
          </button>
        ))}
      </fieldset>
      <div className="defect-split">
        <VirtualTable
          label={text.tabs.defects}
          count={shown.length}
          columns={columnsOf(words.columns, WIDTHS)}
          row={(index) => {
            const defect = shown[index];
            const isPicked = defect === picked;
            return defect && <DefectRow key={index} {...{ defect, isPicked, onTask }} />;
          }}
        />
        <Suspense fallback={<div className="defect-map" />}>
          <DefectMap defects={shown} picked={picked} onPick={setPicked} onTask={onTask} />
        </Suspense>
      </div>
    </AsyncState>
  );
}

function countByKind(defects: readonly DutyDefectBody[]): Map<DutyDefectBody["kind"], number> {
  const counts = new Map<DutyDefectBody["kind"], number>();
  for (const { kind } of defects) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
