import { useQuery } from "@tanstack/react-query";
import { adsRoadsQuery, adsSpotsQuery } from "../../../api/ads-queries.ts";
import { useAdsText } from "../../../text/ads-text.ts";

/** What of the map could not be drawn, with a way to try again. */
export function MapNotices({ isAlive }: { readonly isAlive: boolean }) {
  const text = useAdsText();
  const roads = useQuery(adsRoadsQuery);
  const spots = useQuery(adsSpotsQuery);
  if (!isAlive) return <p className="ads-notice card">{text.async.mapFailed}</p>;
  const failed = [roads, spots].filter(({ isError, data }) => isError && data === undefined);
  if (failed.length === 0) return null;
  return (
    <p className="ads-notice card" role="alert">
      {roads.isError ? text.ads.map.noRoads : text.ads.map.noSpots}{" "}
      <button
        type="button"
        className="link"
        onClick={() => failed.forEach((query) => void query.refetch())}
      >
        {text.async.retry}
      </button>
    </p>
  );
}
