import type { AdInstance } from "../ad-instance.ts";
import { placer } from "../audit/placement.ts";
import { spaced, spacingIndex } from "../audit/spacing.ts";
import type { AdEdit } from "./plan-edits.ts";
import { ownersOf, type PlanView } from "./plan-view.ts";

/**
 * The roads and areas that an edit can touch: those that the edited sites serve or served, those of
 * chosen actions in their way, and one step on – what shares a site with one of these, or has a site
 * that is in the way of one of theirs. `before`: the instance that the plan was made for.
 */
export function ownersNearEdits(
  view: PlanView,
  before: AdInstance,
  edits: readonly AdEdit[],
): Set<number> {
  const near = touchedBy(view, before, edits);
  const free = [...view.options.keys()].filter((o) => view.options[o]!.blocked === null);
  const placed = free.filter((o) => view.options[o]!.space !== null);
  const index = spacingIndex(placed.map((o) => view.options[o]!.space!));
  const reached = new Set(near);
  const isSeen = new Set<number>();
  for (const owner of near) {
    for (const { option } of view.members[owner]!) {
      const { blocked, space } = view.options[option]!;
      if (blocked !== null || isSeen.has(option)) continue;
      isSeen.add(option);
      for (const other of view.ownersOf(option)) reached.add(other);
      for (const i of space ? index.tooNear(space) : []) {
        for (const other of view.ownersOf(placed[i]!)) reached.add(other);
      }
    }
  }
  return reached;
}

function touchedBy(view: PlanView, before: AdInstance, edits: readonly AdEdit[]): Set<number> {
  const { network, instance } = view.survey;
  const near = new Set<number>();
  const add = (option: number) => {
    for (const owner of view.ownersOf(option)) near.add(owner);
  };
  const disturb = (space: ReturnType<typeof spaced>) => {
    for (const other of view.chosenNear(space)) add(other);
  };
  for (const { id } of edits) {
    const option = view.optionOf({ kind: "new", id });
    if (option === undefined) continue;
    add(option);
    const { space } = view.options[option]!;
    if (space) disturb(space);
  }
  if (!edits.some(({ isMoved }) => isMoved)) return near;
  const place = placer(instance, network);
  const was = new Map(before.candidates.map((site) => [site.id, site]));
  for (const { id, isMoved } of edits) {
    const site = isMoved ? was.get(id) : undefined;
    if (!site) continue;
    const placement = place(site);
    for (const [owner] of ownersOf(view.survey, placement)) near.add(owner);
    disturb(spaced(site, placement, network, instance.rules));
  }
  return near;
}
