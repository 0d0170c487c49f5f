import Supercluster from "supercluster";
import { STATUS } from "../../domain/problem.ts";
import { fromE7 } from "../../domain/spatial/lng-lat.ts";
import {
  latOfWorldY,
  lngOfWorldX,
  tilesCovering,
  WORLD_SIZE,
  worldX,
  worldY,
} from "../../domain/spatial/web-mercator.ts";
import { blockClusters } from "../../server/problem-index/block-clusters.ts";
import type { RowFilter } from "../../server/problem-index/row-filter.ts";
import { anyFilter, filterKeeping, keptShares } from "./bench-filters.ts";
import { type BenchRandom, benchRandom } from "./bench-random.ts";
import type { LoadedCity } from "./loaded-city.ts";
import { quantile, rounded, timed } from "./quantiles.ts";

export type ClusterFigures = {
  /** Clusters of one 1920 × 1080 view at zoom 10 to 17, any filter. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Peer: loading the filtered points into supercluster, all of them kept. */
  readonly superclusterRebuildMs: number;
  /** Peer's time over ours (medians) where the filter keeps a quarter of the rows or more: the smaller of the two. */
  readonly ratio: number;
  readonly byShareKept: readonly ShareFigures[];
};

type ShareFigures = {
  readonly kept: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly superclusterRebuildMs: number;
  readonly ratio: number;
};

const VIEWS = 160;
const [VIEW_WIDTH, VIEW_HEIGHT] = [1920, 1080];

export function benchClusters(city: LoadedCity, seed: number): ClusterFigures {
  const random = benchRandom(seed);
  const { problems, now } = city;
  for (let i = 0; i < 40; i++) view(city, problems.compile(anyFilter(city, random), now), random);

  const byShareKept = keptShares.map((kept): ShareFigures => {
    const times = Array.from({ length: VIEWS }, () => {
      const filter = filterKeeping(kept, city, random);
      return timed(() => view(city, problems.compile(filter, now), random));
    });
    const rows = problems.compile(filterKeeping(kept, city, random), now);
    const superclusterRebuildMs = quantile(
      Array.from({ length: kept >= 0.25 ? 3 : 5 }, () => rebuildPeer(city, rows)),
      0.5,
    );
    const p50Ms = quantile(times, 0.5);
    return {
      kept,
      p50Ms: rounded(p50Ms),
      p99Ms: rounded(quantile(times, 0.99)),
      superclusterRebuildMs: rounded(superclusterRebuildMs),
      ratio: rounded(superclusterRebuildMs / p50Ms),
    };
  });
  const any = Array.from({ length: 2 * VIEWS }, () => {
    const filter = anyFilter(city, random);
    return timed(() => view(city, problems.compile(filter, now), random));
  });
  const [all] = byShareKept;
  const ratios = byShareKept.filter(({ kept }) => kept >= 0.25).map(({ ratio }) => ratio);
  return {
    p50Ms: rounded(quantile(any, 0.5)),
    p99Ms: rounded(quantile(any, 0.99)),
    superclusterRebuildMs: all?.superclusterRebuildMs ?? Number.NaN,
    ratio: Math.min(...ratios),
    byShareKept,
  };
}

/** All blocks of a view that looks at some problem. */
function view({ problems, sample }: LoadedCity, filter: RowFilter, random: BenchRandom): number {
  const position = sample[Math.floor(random() * sample.length)]?.position ?? [114.3, 30.6];
  const zoom = 10 + Math.floor(random() * 8);
  const worldPerPx = WORLD_SIZE / (512 * 2 ** zoom);
  const [x, y] = [worldX(position[0]), worldY(position[1])];
  const [halfX, halfY] = [(VIEW_WIDTH / 2) * worldPerPx, (VIEW_HEIGHT / 2) * worldPerPx];
  const bounds = [
    lngOfWorldX(x - halfX),
    latOfWorldY(y + halfY),
    lngOfWorldX(x + halfX),
    latOfWorldY(y - halfY),
  ] as const;
  let clusters = 0;
  for (const block of tilesCovering(bounds, zoom - 2)) {
    clusters += blockClusters(problems, filter, block, 62).length;
  }
  return clusters;
}

/**
 * Milliseconds to load supercluster with the rows that pass and the same sums that a ring of ours carries (open, overdue,
 * closed, problems per class): what a new filter costs with it. It gets its points ready made and in the order in which
 * the reports came, as a program that has no index of its own holds them.
 */
function rebuildPeer({ problems }: LoadedCity, filter: RowFilter): number {
  const { columns, tables } = problems;
  const { count, rows, status } = problems.match(filter);
  const arrival = Uint32Array.from({ length: count }, (_, i) => i);
  arrival.sort((a, b) => (columns.serial[rows[a] ?? 0] ?? 0) - (columns.serial[rows[b] ?? 0] ?? 0));
  const points = Array.from(arrival, (i) => {
    const row = rows[i] ?? 0;
    const coordinates = [fromE7(columns.lngE7[row] ?? 0), fromE7(columns.latE7[row] ?? 0)];
    const category = tables.classOf[columns.category[row] ?? 0] ?? 0;
    return {
      type: "Feature" as const,
      properties: { status: status[i] ?? STATUS.open, category },
      geometry: { type: "Point" as const, coordinates },
    };
  });
  const peer = new Supercluster<PeerPoint, PeerSums>({
    radius: 62,
    maxZoom: 17,
    map: ({ status, category }) => {
      const byClass = new Array<number>(tables.classes.length).fill(0);
      byClass[category] = 1;
      return {
        open: Number(status !== STATUS.closed),
        overdue: Number(status === STATUS.overdue),
        closed: Number(status === STATUS.closed),
        byClass,
      };
    },
    reduce: (sums, more) => {
      sums.open += more.open;
      sums.overdue += more.overdue;
      sums.closed += more.closed;
      for (const [i, n] of more.byClass.entries()) sums.byClass[i] = (sums.byClass[i] ?? 0) + n;
    },
  });
  return timed(() => peer.load(points));
}

type PeerPoint = { readonly status: number; readonly category: number };
type PeerSums = { open: number; overdue: number; closed: number; byClass: number[] };
