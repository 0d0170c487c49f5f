import { useCallback, useMemo } from "react";
import type { AdsPicked } from "../../state/ads-url.ts";
import { useAdsText } from "../../text/ads-text.ts";
import { useAdsDesk } from "./ads-desk-state.ts";
import { chainageWords } from "./chainage.ts";
import { useNames } from "./use-names.ts";

/** A road or mark in words: its name first, then what there is to say in a line. */
export function useAdWords(): (picked: AdsPicked) => string[] {
  const text = useAdsText().ads;
  const { cityAudit, audit, ads, sites, plan } = useAdsDesk();
  const names = useNames();
  const roads = useMemo(
    () => new Map([...(cityAudit?.roads ?? []), ...(audit?.roads ?? [])].map((r) => [r.key, r])),
    [cityAudit, audit],
  );
  return useCallback(
    ({ kind, id }) => {
      if (kind === "road") {
        const road = roads.get(id);
        if (!road) return [id];
        const { required, count, shortage, status } = road;
        return [
          names.road(road),
          text.statuses[status],
          text.words.balance(required, count, shortage),
        ];
      }
      const proposal = plan?.result?.sites.find((each) => each.id === id);
      const mark = kind === "ad" ? ads.get(id) : sites.get(id);
      const road = proposal?.road ?? mark?.road ?? null;
      const chainage = proposal?.chainage ?? mark?.chainage ?? null;
      const at = road === null ? text.words.noRoad : names.roadOf(road);
      const where = chainage === null ? at : `${at} ${chainageWords(chainage)}`;
      const carrier = names.carrier(mark?.carrier ?? proposal?.carrier ?? null);
      const ad = kind === "ad" ? ads.get(id) : undefined;
      const site = kind === "site" ? sites.get(id) : undefined;
      return [
        `${id} ${carrier}`,
        where,
        ...(proposal ? [text.words.proposed[proposal.kind]] : []),
        ...(ad ? [names.theme(ad.theme), names.adState(ad.state)] : []),
        ...(site?.blocked ? [names.blocked(site.blocked)] : []),
      ];
    },
    [roads, ads, sites, plan, names, text],
  );
}
