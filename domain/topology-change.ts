import type { TopologyFinding } from "./spatial/zone-topology.ts";

/** Smaller differences of one finding come from rounding borders to 7 decimals. */
const SAME_WITHIN_M2 = 1;

/**
 * Findings that a change of zones brings and those that it mends. A gap or overlap of the same zones that did not grow is
 * the one that was there before.
 */
export function comparedFindings(
  before: readonly TopologyFinding[],
  after: readonly TopologyFinding[],
): { readonly brought: TopologyFinding[]; readonly cured: TopologyFinding[] } {
  const left = [...before];
  const brought = after.filter((finding) => {
    const known = left.findIndex(
      (each) =>
        nameOf(each) === nameOf(finding) && areaOf(finding) <= areaOf(each) + SAME_WITHIN_M2,
    );
    if (known < 0) return true;
    left.splice(known, 1);
    return false;
  });
  return { brought, cured: left };
}

function nameOf(finding: TopologyFinding): string {
  switch (finding.kind) {
    case "gap":
      return `gap ${finding.parentId ?? ""} ${finding.neighbours.join(" ")}`;
    case "not-checked":
      return `not-checked ${finding.ids.join(" ")}`;
    case "overlap":
      return `overlap ${[finding.id, finding.otherId].sort().join(" ")}`;
    default:
      return `${finding.kind} ${finding.id} ${finding.otherId}`;
  }
}

function areaOf(finding: TopologyFinding): number {
  return finding.kind === "not-checked" ? 0 : finding.areaM2;
}
