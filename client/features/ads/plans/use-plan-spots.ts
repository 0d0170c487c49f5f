import { useMemo } from "react";
import { useAdsDesk } from "../ads-desk-state.ts";
import { compareSites } from "./compare-sites.ts";
import { useComparedPair } from "./compared-pair.ts";
import { usePlanDesk } from "./plan-desk-state.ts";
import type { MarkedSpot } from "./plan-drawings.ts";
import { phaseImage, planImage } from "./plan-images.ts";

const none: readonly MarkedSpot[] = [];
type Place = [lng: number, lat: number];

/** Where two plans differ; in both last of the list, so that it lies below. */
export function useDifferenceSpots(): readonly MarkedSpot[] {
  const { mode } = useAdsDesk();
  const { first, second } = useComparedPair();
  const [one, other] = [first?.result?.sites, second?.result?.sites];
  return useMemo(() => {
    if (mode !== "compare" || !one || !other) return none;
    return compareSites(one, other).sites.map(({ side, site }) => ({
      id: site.id,
      position: site.position,
      road: site.road ?? null,
      side: site.side ?? 0,
      image: planImage(side),
    }));
  }, [mode, one, other]);
}

/** Sites that must or must not be there, with the edits of now. */
export function useLockSpots(): readonly MarkedSpot[] {
  const { mode, sites, ads } = useAdsDesk();
  const { draft } = usePlanDesk();
  const { must, never } = draft.now;
  return useMemo(() => {
    if (mode !== "plan") return none;
    const spot = (id: string, image: string): MarkedSpot[] => {
      const known = sites.get(id) ?? ads.get(id);
      if (!known) return [];
      return [{ id, position: known.position, road: known.road, side: known.side, image }];
    };
    return [
      ...must.flatMap((id) => spot(id, planImage("must"))),
      ...never.flatMap((id) => spot(id, planImage("never"))),
    ];
  }, [mode, must, never, sites, ads]);
}

/** The phase of every site of a plan that was cut into phases. */
export function usePhaseSpots(): readonly MarkedSpot[] {
  const { mode } = useAdsDesk();
  const { phases, result } = usePlanDesk();
  return useMemo(() => {
    if (mode !== "plan" || !phases || !result) return none;
    const phaseOf = new Map(
      phases.phases.flatMap(({ actions }, i) =>
        actions.map(({ kind, id }) => [`${kind} ${id}`, i + 1] as const),
      ),
    );
    return result.sites.flatMap(({ kind, id, position, road, side }): MarkedSpot[] => {
      const phase = phaseOf.get(`${kind} ${id}`);
      if (phase === undefined) return [];
      return [{ id, position, road: road ?? null, side: side ?? 0, image: phaseImage(phase) }];
    });
  }, [mode, phases, result]);
}

/** Sites that were moved since, and the one in the hand, with lines from where they stood. */
export function useMovedSpots(): {
  readonly spots: readonly MarkedSpot[];
  readonly pulls: readonly { readonly from: Place; readonly to: Place }[];
} {
  const { mode, sites } = useAdsDesk();
  const { draft, result, moving } = usePlanDesk();
  const { base, now } = draft;
  return useMemo(() => {
    if (mode !== "plan") return { spots: none, pulls: [] };
    const planned = new Map(result?.sites.map((site) => [site.id, site]));
    const places = new Map<string, { to: Place; image: string }>();
    for (const [id, [lng, lat]] of Object.entries(now.moves)) {
      const before = base.moves[id];
      const isNew = before?.[0] !== lng || before[1] !== lat;
      if (isNew) places.set(id, { to: [lng, lat], image: planImage("moved") });
    }
    if (moving?.body) {
      const { site, position, faults, breaks } = moving.body;
      const isFaulty = faults.length + breaks.length > 0;
      if (moving.isHeld || places.has(site)) {
        places.set(site, { to: position, image: planImage(isFaulty ? "faulty" : "held") });
      }
    }
    const found = [...places].flatMap(([id, { to, image }]) => {
      const known = planned.get(id) ?? sites.get(id);
      if (!known) return [];
      const spot = { id, position: to, road: known.road ?? null, side: known.side ?? 0, image };
      return [{ spot, pull: { from: known.position, to } }];
    });
    return { spots: found.map(({ spot }) => spot), pulls: found.map(({ pull }) => pull) };
  }, [mode, base, now, result, moving, sites]);
}
