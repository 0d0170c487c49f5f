import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { DutyDefectBody } from "../../../domain/contract/duty-defects.ts";
import type {
  TopologyFindingBody,
  TopologyFindingKind,
} from "../../../domain/contract/zone-changes.ts";
import { dutyDefectsQuery } from "../../api/duty-queries.ts";
import { readZonesCamera, useZonesUrl } from "../../state/zones-url.ts";
import { useZonesText } from "../../text/zones-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { FindingRow } from "./finding-row.tsx";
import { useZoneDesk } from "./zone-desk-state.ts";

const kindOfDefect: Readonly<Partial<Record<DutyDefectBody["kind"], TopologyFindingKind>>> = {
  "zone-gap": "gap",
  "zone-overlap": "overlap",
  "zone-outside-parent": "outside-parent",
  "topology-not-checked": "not-checked",
};

/** Gaps and overlaps as they stand, each with what mends it. A link to one comes with its position. */
export function ExistingFindings() {
  const text = useZonesText().zones.findings;
  const [url] = useZonesUrl();
  const { look } = useZoneDesk();
  const { data, error, isPending, refetch } = useQuery(dutyDefectsQuery(undefined));
  const findings = useMemo(() => (data?.defects ?? []).flatMap(findingOf), [data]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the link is opened
  useEffect(() => {
    const camera = readZonesCamera(url.at);
    const meant = findings.find(
      ({ at }) =>
        camera &&
        at &&
        at[0].toFixed(5) === camera.lng.toFixed(5) &&
        at[1].toFixed(5) === camera.lat.toFixed(5),
    );
    if (meant) look(meant);
  }, [findings]);
  return (
    <section aria-label={text.existing(findings.length)}>
      <AsyncState
        isLoading={isPending}
        error={data ? null : error}
        isEmpty={findings.length === 0}
        empty={<p className="zone-none">✓ {text.existingNone}</p>}
        onRetry={() => void refetch()}
      >
        <h3>{text.existing(findings.length)}</h3>
        <ul className="zone-findings">
          {findings.map((finding) => (
            <FindingRow key={JSON.stringify(finding)} finding={finding} />
          ))}
        </ul>
      </AsyncState>
    </section>
  );
}

function findingOf(defect: DutyDefectBody): TopologyFindingBody[] {
  const kind = kindOfDefect[defect.kind];
  if (!kind) return [];
  const others = defect.others.map(({ id }) => id);
  const own = defect.scope && kind !== "gap" ? [defect.scope.id] : [];
  const { areaM2, position } = defect;
  return [{ kind, ids: [...own, ...others], areaM2, at: position }];
}
