import type { ClusterFeature } from "../../../domain/contract/problems.ts";
import type { Focus } from "../../../domain/screen/rotation.ts";
import type { ClickEvent, Hit } from "../../map/map-pointer.ts";
import { type Picked, pickedText } from "../../state/url-state.ts";
import { layerOf } from "./map-layers.ts";

/** What somebody pointed at on the wall: a ring with its counts, or one thing as the map marks it. */
export type WallPick =
  | {
      readonly kind: "ring";
      readonly count: number;
      readonly overdue: number;
      readonly key: string;
    }
  | { readonly kind: "thing"; readonly picked: Picked; readonly key: string };

/** The first thing under the pointer, areas last; null for bare ground. */
export function pickOf({ hits }: ClickEvent): WallPick | null {
  const picks = hits.flatMap((hit) => {
    const pick = ringOf(hit) ?? thingOf(hit);
    return pick ? [pick] : [];
  });
  const isArea = (pick: WallPick) => pick.kind === "thing" && pick.picked.kind === "zone";
  return picks.find((pick) => !isArea(pick)) ?? picks[0] ?? null;
}

function ringOf({ layerId, object }: Hit): WallPick | null {
  if (!layerId.startsWith("clusters-ring")) return null;
  const { properties, geometry } = object as ClusterFeature;
  const { point_count: count, overdue } = properties;
  return { kind: "ring", count, overdue, key: `ring:${geometry.coordinates.join()}` };
}

function thingOf({ layerId, object }: Hit): WallPick | null {
  const picked = layerOf(layerId)?.pick?.(object);
  return picked ? { kind: "thing", picked, key: pickedText(picked) } : null;
}

/** A problem that somebody had shown, as though it were pointed at; null for a bare spot. */
export function pickOfFocus(focus: Focus | null): WallPick | null {
  if (focus === null || focus.problem === "") return null;
  const picked: Picked = { kind: "problem", id: focus.problem };
  return { kind: "thing", picked, key: pickedText(picked) };
}
