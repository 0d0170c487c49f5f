import type { AdRoadDetail } from "../../../../domain/contract/ads.ts";
import { useAdsText } from "../../../text/ads-text.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { chainageWords } from "../chainage.ts";
import { AdMark } from "../map/legend-marks.tsx";
import { useNames } from "../use-names.ts";
import { VirtualList } from "../virtual-list.tsx";

const ROW_PX = 32;
const MOST_PX = 8 * ROW_PX;

/** Every ad along a road with its stake, its side, and whether it counts or why it does not. */
export function RoadAds({ road }: { readonly road: AdRoadDetail }) {
  const text = useAdsText().ads.road;
  const { ads, picked, goTo, plan } = useAdsDesk();
  const names = useNames();
  if (road.ads.length === 0) return <p className="ads-hint">{text.noAds}</p>;
  const isNew = (id: string) =>
    plan?.result?.actions.some((action) => action.id === id && action.kind === "new") ?? false;
  return (
    <div data-testid="ads-road-ads">
      <h4>{text.ads(road.ads.length)}</h4>
      <VirtualList
        label={text.ads(road.ads.length)}
        total={road.ads.length}
        rowHeight={ROW_PX}
        maxHeight={MOST_PX}
        isPicked={(index) => picked?.kind !== "road" && picked?.id === road.ads[index]?.id}
        onOpen={(index) => {
          const ad = road.ads[index];
          if (ad) goTo({ kind: isNew(ad.id) ? "site" : "ad", id: ad.id });
        }}
        row={(index) => {
          const ad = road.ads[index];
          if (!ad) return null;
          const { id, chainage, side, counts, whyNot, isPlanned, state } = ad;
          const mark = isPlanned ? (isNew(id) ? "new" : "repair") : counts ? "counted" : "other";
          return (
            <>
              <AdMark name={mark} />
              <span className="number ads-stake">{chainageWords(chainage)}</span>
              <span>{text.sideNames[side > 0 ? "left" : side < 0 ? "right" : "middle"]}</span>
              <span className="ads-row-name">
                {id} {names.carrier(ads.get(id)?.carrier ?? null)}
              </span>
              <span className={counts ? "muted" : "is-short"}>
                {counts
                  ? text.counts
                  : names.whyNot(whyNot === null || whyNot === "state" ? state : whyNot)}
              </span>
            </>
          );
        }}
      />
    </div>
  );
}
