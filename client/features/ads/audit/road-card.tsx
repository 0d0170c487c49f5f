import { useQuery } from "@tanstack/react-query";
import { adsRoadQuery } from "../../../api/ads-queries.ts";
import { ApiError } from "../../../api/http.ts";
import { useAdsText } from "../../../text/ads-text.ts";
import { AsyncState } from "../../../ui/async-state.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { useAdsDesk } from "../ads-desk-state.ts";
import { StatusLine } from "../map/legend-marks.tsx";
import { useNames } from "../use-names.ts";
import { RoadAds } from "./road-ads.tsx";
import { RoadConflicts } from "./road-conflicts.tsx";
import { RoadSteps } from "./road-steps.tsx";
import { RoadStrip } from "./road-strip.tsx";

/** Everything behind the figures of one road, step by step. */
export function RoadCard({ roadKey }: { readonly roadKey: string }) {
  const text = useAdsText().ads;
  const { pick, url, isAfter, cityAudit } = useAdsDesk();
  const names = useNames();
  const query = useQuery(adsRoadQuery(roadKey, isAfter ? url.plan : undefined));
  const road = query.data;
  const isUnknown = query.error instanceof ApiError && query.error.status === 404;
  const listed = cityAudit?.roads.find(({ key }) => key === roadKey);
  const zone = cityAudit?.summary?.byZone.find(({ id }) => id === listed?.zone)?.name;
  return (
    <section className="ads-card" aria-label={text.road.label} data-testid="ads-road-card">
      <header>
        <h3>{names.roadOf(roadKey)}</h3>
        <button type="button" aria-label={text.close} onClick={() => pick(null)}>
          <Icon name="close" />
        </button>
      </header>
      <AsyncState
        isLoading={query.isPending}
        error={isUnknown ? null : query.error}
        isEmpty={isUnknown}
        empty={text.road.unknown}
        lines={6}
        onRetry={() => void query.refetch()}
      >
        {road && (
          <>
            <p className="ads-card-facts">
              <StatusLine status={road.status} /> <b>{text.statuses[road.status]}</b>
              {" · "}
              {[
                names.group(road.group),
                zone ?? text.road.noZone,
                listed?.unit ? names.unit(listed.unit) : text.road.noUnit,
              ].join(" · ")}
            </p>
            <RoadSteps road={road} />
            <RoadStrip road={road} />
            <RoadAds road={road} />
            <RoadConflicts road={road} />
          </>
        )}
      </AsyncState>
    </section>
  );
}
