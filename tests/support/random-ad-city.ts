import { AdInstance } from "../../domain/ads/ad-instance.ts";
import { type Random, seeded } from "./random.ts";

type Point = [number, number];
type Segment = AdInstance["segments"][number];

/** Streets with the length that each has as a road, whatever it is drawn with. */
export type KnownStreets = {
  readonly segments: readonly Segment[];
  readonly lengthOf: ReadonlyMap<string, number>;
  /** Middle lines, to put things beside. */
  readonly lines: readonly { readonly name: string; readonly line: readonly Point[] }[];
};

const CLASSES = { primary: "main", secondary: "main", residential: "lane" } as const;

/** East–west and north–south streets in pieces, some in two spellings, with gaps, or dual. */
export function knownStreets(random: Random, perDirection: number): KnownStreets {
  const segments: Segment[] = [];
  const lengthOf = new Map<string, number>();
  const lines: { name: string; line: Point[] }[] = [];
  for (let n = 0; n < 2 * perDirection; n++) {
    const isEast = n % 2 === 0;
    const name = `${isEast ? "横" : "纵"}${n + 1}路`;
    const at = 300 * Math.floor(n / 2) + random() * 60;
    const start = -100 - random() * 80;
    const length = 300 * perDirection + random() * 200;
    const bend = random() < 0.4 ? 0.15 * (random() - 0.5) : 0;
    const point = (t: number, off: number): Point => {
      const away = at + off + bend * Math.max(0, t - length / 2);
      return isEast ? [start + t, away] : [away, start + t];
    };
    const isDual = random() < 0.4;
    const roadClass =
      isDual || random() < 0.5 ? random.pick(["primary", "secondary"]) : "residential";
    const gap = !isDual && random() < 0.3 ? { at: length * 0.4, width: 10 + random() * 35 } : null;
    const draw = (off: number, isBack: boolean) => {
      const stops = [0, length / 2, length, ...(gap ? [gap.at, gap.at + gap.width] : [])];
      for (let i = 0; i < 4; i++) {
        const t = random() * length;
        if (!gap || t < gap.at || t > gap.at + gap.width) stops.push(t);
      }
      stops.sort((a, b) => a - b);
      const pieces = stops.slice(1).flatMap((to, i): Point[][] => {
        const from = stops[i]!;
        const isGap = gap && from === gap.at && to === gap.at + gap.width;
        return isGap || to - from < 1e-9 ? [] : [[point(from, off), point(to, off)]];
      });
      if (isBack) pieces.reverse();
      for (const piece of pieces) {
        const coords = isBack ? piece.toReversed() : piece;
        const spelled =
          random() < 0.3 ? ` ${name.replace("路", " 路").replace(" 路", "路")}　` : name;
        segments.push({ id: `s${segments.length}`, name: spelled, class: roadClass, coords });
      }
    };
    draw(0, false);
    if (isDual) draw(20 + random() * 30, true);
    lengthOf.set(name, polyline([0, length / 2, length].map((t) => point(t, 0))));
    lines.push({ name, line: [0, length / 2, length].map((t) => point(t, 0)) });
  }
  return { segments, lengthOf, lines };
}

function polyline(points: readonly Point[]): number {
  return points.slice(1).reduce((sum, [x, y], i) => {
    const [px, py] = points[i]!;
    return sum + Math.hypot(x - px, y - py);
  }, 0);
}

/** A small city with every kind of rule switched on by chance. */
export function randomAdCity(
  seed: number,
  sizes: { ads: number; sites: number; perKm?: number },
): AdInstance {
  const random = seeded(seed);
  const streets = knownStreets(random, 2);
  const spot = () => {
    const { line } = random.pick(streets.lines);
    const [[ax, ay], [bx, by]] = random() < 0.5 ? [line[0]!, line[1]!] : [line[1]!, line[2]!];
    const [share, off] = [random(), (random() - 0.5) * 50];
    const along = Math.hypot(bx - ax, by - ay);
    return {
      x: Math.round(ax + share * (bx - ax) - (off * (by - ay)) / along),
      y: Math.round(ay + share * (by - ay) + (off * (bx - ax)) / along),
    };
  };
  const facing = () => (random() < 0.3 ? random.below(360) : null);
  const group = (perKm: number, dualWidth: number) => ({
    perKm,
    rounding: random.pick(["ceil", "round", "floor"]),
    minLength: 100,
    minCount: random.below(2),
    maxGap: random() < 0.4 ? 450 + random.below(200) : null,
    minSpacing: 40 + random.below(90),
    serveDist: 15 + random.below(12),
    dualWidth,
    perSideShare: random() < 0.3 ? 0.4 : null,
  });
  return AdInstance.parse({
    crs: "local-m",
    segments: streets.segments,
    ads: Array.from({ length: sizes.ads }, (_, i) => ({
      id: `a${i}`,
      ...spot(),
      state: random.pick(["ok", "ok", "minor", "faded", "damaged", "removed"]),
      facing: facing(),
      repairCost: random() < 0.7 ? 50 + random.below(200) : null,
    })),
    candidates: Array.from({ length: sizes.sites }, (_, i) => ({
      id: `c${i}`,
      ...spot(),
      cost: 100 + random.below(900),
      facing: facing(),
      lock: random() < 0.06 ? "out" : random() < 0.04 ? "in" : null,
    })),
    areas:
      random() < 0.5
        ? [{ id: "park", min: 1 + random.below(2), polygon: square(random() * 300, 0, 220) }]
        : [],
    forbidden: random() < 0.5 ? [{ id: "school", ...spot(), r: 60 }] : [],
    rules: {
      classes: CLASSES,
      groups: { main: group(sizes.perKm ?? 4, 60), lane: group(sizes.perKm ?? 4, 0) },
      sharing: random.pick(["all", "nearest"]),
      oppositeExempt: random() < 0.5,
      maxFacingDeg: 100,
      areaSpacing: random.below(30),
      junctionClear: random() < 0.5 ? 20 : 0,
    },
    budget: {
      amount: 600 + random.below(2500),
      weights: Object.fromEntries(
        [...streets.lengthOf.keys()].map((key) => [key, 1 + random.below(5)]),
      ),
    },
  });
}

function square(x: number, y: number, side: number): Point[] {
  return [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
  ];
}
