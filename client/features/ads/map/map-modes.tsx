import { adsMapModes } from "../../../state/ads-url.ts";
import { useAdsText } from "../../../text/ads-text.ts";
import { useAdsDesk } from "../ads-desk-state.ts";

/** What the map tells: 密度, 空档, 左右侧, 主题. */
export function MapModes() {
  const text = useAdsText().ads.map;
  const { mapMode, set } = useAdsDesk();
  return (
    <fieldset className="card ads-map-modes" aria-label={text.modesLabel}>
      {adsMapModes.map((each) => (
        <button
          type="button"
          key={each}
          aria-pressed={each === mapMode}
          onClick={() => set({ map: each === "density" ? undefined : each })}
        >
          {text.modes[each]}
        </button>
      ))}
    </fieldset>
  );
}
