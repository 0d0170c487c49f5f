import { useMemo, useState } from "react";
import type { AdRoad } from "../../../../domain/contract/ads.ts";
import { count } from "../../../../domain/text/count.ts";
import { useAdsText } from "../../../text/ads-text.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { StatusLine } from "../map/legend-marks.tsx";
import { isShown } from "../map/road-features.ts";
import { useNames } from "../use-names.ts";
import { VirtualList } from "../virtual-list.tsx";
import { shortRoads } from "./audit-sums.ts";

const ROW_PX = 46;

/** Roads that lack ads, worst first; with another status chosen, those. A click goes there. */
export function RoadList() {
  const text = useAdsText().ads.roadList;
  const { audit, url, picked, goTo, auditState } = useAdsDesk();
  const names = useNames();
  const [search, setSearch] = useState("");
  const { group, status } = url;
  const rows = useMemo(() => {
    const shown = (audit?.roads ?? []).filter((road) => isShown(road, { group, status }));
    const sorted = status === undefined || status === "short" ? shortRoads(shown) : byName(shown);
    const wanted = search.trim();
    return wanted === "" ? sorted : sorted.filter((road) => names.road(road).includes(wanted));
  }, [audit, group, status, search, names]);
  const missing = rows.reduce((sum, road) => sum + road.shortage, 0);
  return (
    <section className="ads-road-list" aria-label={text.title} aria-busy={auditState.isComing}>
      <h3>
        {text.titles[status ?? "short"] ?? text.title}
        <small data-testid="ads-road-list-sum">
          {text.extent(count(rows.length), count(missing))}
        </small>
      </h3>
      <input
        type="search"
        aria-label={text.find}
        placeholder={text.find}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      {rows.length === 0 ? (
        <p className="state-empty">{search ? text.notFound : text.none}</p>
      ) : (
        <VirtualList
          label={text.title}
          total={rows.length}
          rowHeight={ROW_PX}
          isPicked={(index) => picked?.kind === "road" && picked.id === rows[index]?.key}
          onOpen={(index) => {
            const road = rows[index];
            if (road) goTo({ kind: "road", id: road.key });
          }}
          row={(index) => {
            const road = rows[index];
            return road && <RoadRow road={road} />;
          }}
        />
      )}
    </section>
  );
}

function RoadRow({ road }: { readonly road: AdRoad }) {
  const text = useAdsText().ads;
  const names = useNames();
  const reasons = [
    ...(road.gapOk ? [] : [text.roadList.gap(Math.round(road.longestGap))]),
    ...(road.sideShort > 0 ? [text.roadList.side(road.sideShort)] : []),
  ];
  return (
    <>
      <StatusLine status={road.status} />
      <span className="ads-row-name">
        {names.road(road)}
        <small>
          {[names.group(road.group), text.words.counts(road.required, road.count), ...reasons].join(
            " · ",
          )}
        </small>
      </span>
      {road.shortage > 0 && (
        <span className="number is-short">{text.unmet.missing(count(road.shortage))}</span>
      )}
    </>
  );
}

function byName(roads: readonly AdRoad[]): AdRoad[] {
  return roads.toSorted((a, b) => b.length - a.length);
}
