import { useEffect, useMemo, useRef } from "react";
import type { AdMoveBody } from "../../../../domain/contract/ads-plans.ts";
import { moveAdSite } from "../../../api/ad-plan-queries.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { newestWins } from "./newest-wins.ts";
import { usePlanDesk } from "./plan-desk-state.ts";

type Place = readonly [lng: number, lat: number];
type Wish = {
  readonly plan: string;
  readonly site: string;
  readonly to: Place;
  readonly kind: "held" | "drop" | "nudge";
};

/** Between two questions while a site is in the hand. */
const PAUSE_MS = 60;

/** Tries a site elsewhere; where it is let go of, the place it snaps to becomes an edit. */
export function useMoveSite() {
  const { url } = useAdsDesk();
  const { draft, edit, setMoving, picked } = usePlanDesk();
  const heard = useRef<(wish: Wish, body: AdMoveBody | null, error: Error | null) => void>(
    () => undefined,
  );
  heard.current = ({ site, kind }, body, error) => {
    setMoving({ site, body, error, isHeld: kind === "held" });
    if (!body || kind === "held") return;
    edit({ kind: "move", site, to: body.position, isNudge: kind === "nudge" });
  };
  const runner = useMemo(
    () =>
      newestWins<Wish, AdMoveBody>(
        ({ plan, site, to }) => moveAdSite(plan, site, to),
        (wish, outcome) => {
          const isAnswer = "value" in outcome;
          heard.current(wish, isAnswer ? outcome.value : null, isAnswer ? null : outcome.error);
        },
        PAUSE_MS,
      ),
    [],
  );
  useEffect(() => () => runner.forget(), [runner]);

  const site = picked?.id;
  const move = site === undefined ? undefined : draft.now.moves[site];
  const place: Place | undefined = move ?? picked?.position;
  return {
    /** Where it stands now: moved, or as planned. */
    place,
    isMoved: move !== undefined,
    want(to: Place, kind: Wish["kind"]): void {
      if (site !== undefined && url.plan !== undefined) {
        runner.want({ plan: url.plan, site, to, kind });
      }
    },
    home(): void {
      if (site === undefined) return;
      runner.forget();
      setMoving(null);
      edit({ kind: "move", site, to: null });
    },
  };
}
