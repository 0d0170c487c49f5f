import type { MapAppPositions } from "../../domain/contract/my.ts";

export const mapApps = ["amap", "baidu", "apple", "geo"] as const;
export type MapApp = (typeof mapApps)[number];

/** Addresses that hand a spot over to a map app, each in the datum that the app draws in. Followed, never loaded. */
export function mapAppLinks(at: MapAppPositions, name: string): Readonly<Record<MapApp, string>> {
  const [gcjLng, gcjLat] = at.gcj02.map(degrees);
  const [bdLng, bdLat] = at.bd09.map(degrees);
  const [lng, lat] = at.wgs84.map(degrees);
  const label = encodeURIComponent(name);
  return {
    amap: `https://uri.amap.com/navigation?to=${gcjLng},${gcjLat},${label}&mode=car&coordinate=gaode&callnative=1`,
    baidu: `https://api.map.baidu.com/marker?location=${bdLat},${bdLng}&title=${label}&content=${label}&coord_type=bd09ll&output=html&src=wangge`,
    apple: `https://maps.apple.com/?daddr=${lat},${lng}&q=${label}`,
    geo: `geo:${lat},${lng}?q=${lat},${lng}(${label})`,
  };
}

/** About 10 cm. */
function degrees(value: number): string {
  return value.toFixed(6);
}
