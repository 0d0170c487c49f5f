import type { AdDossierSite } from "../../ads/plan-dossier.ts";
import { frameAround, type MapFrame } from "../../paper-map/map-frame.ts";
import { emptyBounds, extendBounds } from "../../spatial/lng-lat.ts";
import type { BoxMm } from "../mark.ts";

/** A window of the city with the sites that are listed beside it. */
export type BookSheet = { readonly sites: readonly AdDossierSite[]; readonly frame: MapFrame };

type Limits = {
  readonly box: BoxMm;
  /** Sites that find room in the list. */
  readonly sitesMost: number;
};

/** Smaller scales would not tell the two sides of a street apart. */
const DENOMINATOR_MOST = 12_000;
const DENOMINATOR_LEAST = 2000;
const AROUND_MM = 13;

/** Cuts sites into sheets where they leave the widest gap, north before south and west before east. Each is on one. */
export function bookSheets(sites: readonly AdDossierSite[], limits: Limits): BookSheet[] {
  if (sites.length === 0) return [];
  const bounds = emptyBounds();
  for (const { position } of sites) extendBounds(bounds, ...lngLatOf(position));
  const frame = frameAround(limits.box, bounds, {
    aroundMm: AROUND_MM,
    leastDenominator: DENOMINATOR_LEAST,
  });
  const isSpot = bounds[0] === bounds[2] && bounds[1] === bounds[3];
  const fits = sites.length <= limits.sitesMost;
  if (fits && (isSpot || frame.denominator <= DENOMINATOR_MOST)) {
    return [{ sites: sites.toSorted((a, b) => a.number - b.number), frame }];
  }
  const [width, height] = [
    (bounds[2] - bounds[0]) * Math.cos((bounds[1] * Math.PI) / 180),
    bounds[3] - bounds[1],
  ];
  const isWide = width / limits.box.width >= height / limits.box.height;
  const along = ({ position: [lng, lat] }: AdDossierSite) => (isWide ? lng : -lat);
  const sorted = sites.toSorted((a, b) => along(a) - along(b) || a.number - b.number);
  const cut = widestGap(sorted.map(along), fits ? 0.15 : 0.25);
  return [sorted.slice(0, cut), sorted.slice(cut)].flatMap((part) => bookSheets(part, limits));
}

/** Before which value the widest gap lies; `aside` is the share at either end that is not looked at. */
function widestGap(values: readonly number[], aside: number): number {
  const [from, to] = [
    Math.max(1, Math.ceil(values.length * aside)),
    Math.min(values.length - 1, Math.floor(values.length * (1 - aside))),
  ];
  let best = { at: Math.max(1, Math.floor(values.length / 2)), gap: -1 };
  for (let at = from; at <= to; at++) {
    const gap = (values[at] ?? 0) - (values[at - 1] ?? 0);
    if (gap > best.gap) best = { at, gap };
  }
  return best.at;
}

function lngLatOf([lng, lat]: AdDossierSite["position"]): [number, number] {
  return [lng, lat];
}
