import type { MultiPolygon, Polygon } from "geojson";
import type { TopologyFindingBody } from "../../../domain/contract/zone-changes.ts";
import { common, cutAway } from "../../../domain/zone-edit/clip.ts";
import { attemptClip } from "../../../domain/zone-edit/draw-zone.ts";
import { gapAt } from "../../../domain/zone-edit/fill-gap.ts";
import { geometryOf, partsOf, type ZoneShape } from "../../../domain/zone-edit/zone-shape.ts";

/** The ground that a finding is about, as the zones are now; null where it is mended, or cannot be told. */
export function findingGround(
  zones: readonly ZoneShape[],
  { kind, ids, at }: TopologyFindingBody,
): Polygon | MultiPolygon | null {
  const [a, b] = ids.map((id) => zones.find((zone) => zone.id === id));
  if (kind === "gap") return a && at ? gapAt(zones, a, at) : null;
  if (!a || !b || kind === "not-checked") return null;
  const [own, other] = [partsOf(a.geometry), partsOf(b.geometry)];
  const parts = attemptClip(() =>
    kind === "overlap" ? common(own, other) : cutAway(own, [other]),
  );
  return parts && parts.length > 0 ? geometryOf(parts) : null;
}
