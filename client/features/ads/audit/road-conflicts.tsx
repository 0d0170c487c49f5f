import type { AdRoadDetail } from "../../../../domain/contract/ads.ts";
import { useAdsText } from "../../../text/ads-text.ts";
import { useAdsDesk } from "../ads-desk-state.ts";

/** 过密: pairs that stand too near each other, with how near and how far they ought to be. */
export function RoadConflicts({ road }: { readonly road: AdRoadDetail }) {
  const text = useAdsText().ads.road;
  const { goTo } = useAdsDesk();
  if (road.conflicts.length === 0) return null;
  return (
    <div>
      <h4>{text.conflicts(road.conflicts.length)}</h4>
      <ul className="ads-pairs">
        {road.conflicts.map(({ a, b, distance, required }) => (
          <li key={`${a} ${b}`}>
            <button type="button" className="link" onClick={() => goTo({ kind: "ad", id: a })}>
              {a}
            </button>
            {" – "}
            <button type="button" className="link" onClick={() => goTo({ kind: "ad", id: b })}>
              {b}
            </button>
            <span className="number">{text.tooNear(distance.toFixed(1), required)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
