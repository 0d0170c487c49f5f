import { useQuery } from "@tanstack/react-query";
import type { FeatureCollection } from "geojson";
import { useMemo } from "react";
import { adsRoadQuery, adsRulesQuery } from "../../../api/ads-queries.ts";
import { zonesQuery } from "../../../api/queries.ts";
import type { WantedDrawing } from "../../../map/sync-layers.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { adsDrawing, proposalsDrawing, sitesDrawing } from "./mark-drawings.ts";
import { pickedMarkDrawing, pickedRoadDrawing, stretchesDrawing } from "./picked-drawings.ts";
import { pickedPlace } from "./picked-place.ts";
import { type RoadLook, roadsDrawing } from "./road-drawings.ts";
import { roadFeatures } from "./road-features.ts";
import type { MarkPlaces } from "./use-mark-places.ts";
import { zoneLinesDrawing } from "./zone-lines.ts";

const none: FeatureCollection = { type: "FeatureCollection", features: [] };

/** What the map shows of the desk. Each drawing is made anew only when what it shows has changed. */
export function useAdsDrawings(places: MarkPlaces, look: RoadLook): readonly WantedDrawing[] {
  const { roads, audit, url, mapMode, overlays } = useAdsDesk();
  const { data: rules } = useQuery(adsRulesQuery);
  const { data: zones } = useQuery(zonesQuery({}, "zone"));
  const { group, status } = url;
  const features = useMemo(
    () => (roads && audit ? roadFeatures(roads, audit, rules?.active, { group, status }) : none),
    [roads, audit, rules, group, status],
  );
  const lines = useMemo(() => roadsDrawing(features, mapMode, look), [features, mapMode, look]);
  const subject = mapMode === "themes" ? (url.subject ?? null) : null;
  const ads = useMemo(
    () => adsDrawing(places.ads, look.colours, subject),
    [places.ads, look, subject],
  );
  const hasSites = url.blocked !== undefined;
  const sites = useMemo(() => sitesDrawing(hasSites ? places.sites : []), [places.sites, hasSites]);
  const fresh = useMemo(() => proposalsDrawing("new", places.fresh), [places.fresh]);
  const repairs = useMemo(() => proposalsDrawing("repair", places.repairs), [places.repairs]);
  const borders = useMemo(
    () => zoneLinesDrawing(zones, url.zone, look.palette),
    [zones, url.zone, look],
  );
  const picked = usePickedDrawings(places, features, look);
  return useMemo(
    () => [
      ...picked,
      { id: "zones", band: "lines", drawing: borders },
      { id: "roads", band: "lines", drawing: lines },
      { id: "sites", band: "points", drawing: sites },
      { id: "ads", band: "points", drawing: ads },
      { id: "fresh", band: "points", drawing: fresh },
      { id: "repairs", band: "points", drawing: repairs },
      ...overlays,
    ],
    [picked, borders, lines, sites, ads, fresh, repairs, overlays],
  );
}

function usePickedDrawings(
  places: MarkPlaces,
  features: FeatureCollection,
  look: RoadLook,
): readonly WantedDrawing[] {
  const { picked, url, isAfter } = useAdsDesk();
  const key = picked?.kind === "road" ? picked.id : undefined;
  const { data: road } = useQuery({
    ...adsRoadQuery(key ?? "", isAfter ? url.plan : undefined),
    enabled: key !== undefined,
  });
  return useMemo(() => {
    const wanted: WantedDrawing[] = [];
    const place = pickedPlace(picked, places);
    if (place) {
      wanted.push({ id: "picked", band: "feedback", drawing: pickedMarkDrawing(place, look) });
    }
    if (key !== undefined) {
      const drawing = pickedRoadDrawing(key, features, look);
      wanted.push({ id: "picked-road", band: "areas", drawing });
    }
    if (road?.key === key && road) {
      const drawing = stretchesDrawing(road, places.axes, look);
      wanted.push({ id: "stretches", band: "labels", drawing });
    }
    return wanted;
  }, [picked, places, features, look, key, road]);
}
