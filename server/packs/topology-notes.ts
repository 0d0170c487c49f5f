import type { GridZone } from "../../domain/grid-zone.ts";
import type { Note } from "../../domain/note.ts";
import { findTopologyDefects, type TopologyFinding } from "../../domain/spatial/zone-topology.ts";
import { ZONES_FILE } from "./read-zones.ts";

/** Gaps, overlaps and children outside their parent, as notes about zones.geojson. Takes seconds. */
export function topologyNotes(zones: readonly GridZone[]): Note[] {
  return findTopologyDefects(zones).map(noteOf);
}

function noteOf(finding: TopologyFinding): Note {
  const file = ZONES_FILE;
  switch (finding.kind) {
    case "not-checked":
      return { code: "topology-not-checked", file, detail: finding.ids.join(", ") };
    case "gap": {
      const { parentId, neighbours, areaM2, at } = finding;
      const about = { ...(parentId !== null && { id: parentId }), detail: neighbours.join(", ") };
      return { code: "zone-gap", file, ...about, areaM2, at };
    }
    default: {
      const { id, otherId, areaM2, at } = finding;
      const code = finding.kind === "overlap" ? "zone-overlap" : "zone-outside-parent";
      return { code, file, id, detail: otherId, areaM2, at };
    }
  }
}
