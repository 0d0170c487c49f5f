import { expect, test } from "vitest";
import {
  type LabelBounds,
  type LabelRequest,
  type LabelSpot,
  type Obstacle,
  placeLabels,
} from "../../../client/map/place-labels.ts";
import { ringsContain } from "../../../client/map/ring-contains.ts";
import { seeded } from "../../support/random.ts";

const WINDOW: LabelBounds = [0, 0, 1200, 800];

type Candidate = { at: readonly [number, number]; far: number; covering: number };

/** Every position of the raster asked in full, the nearest of the cheapest taken. */
function plainly(
  requests: readonly LabelRequest[],
  obstacles: readonly Obstacle[],
): (LabelSpot | null)[] {
  const placed: LabelBounds[] = [];
  const spots: (LabelSpot | null)[] = requests.map(() => null);
  const order = requests.map((_, i) => i).sort((a, b) => areaOf(requests[b]) - areaOf(requests[a]));
  for (const i of order) {
    const { rings, anchor, forms } = requests[i] as LabelRequest;
    let least: { at: readonly [number, number]; form: number; covering: number } | null = null;
    for (const [form, { width, height }] of forms.entries()) {
      const x0 = Math.max(width / 2, Math.min(WINDOW[2] - width / 2, anchor[0]));
      const y0 = Math.max(height / 2, Math.min(WINDOW[3] - height / 2, anchor[1]));
      const found: Candidate[] = [];
      for (let dy = -160; dy <= 160; dy += 8) {
        for (let dx = -160; dx <= 160; dx += 8) {
          const at = [x0 + dx, y0 + dy] as const;
          const box = boxOf(at, width, height);
          const far = Math.hypot(dx, dy) * 0.25;
          const covering = coveredBy(box, obstacles, placed);
          if (isWithin(box) && holds(rings, box)) found.push({ at, far, covering });
        }
      }
      const costOf = ({ far, covering }: Candidate) => far + covering;
      const [best] = found
        .filter((spot) => costOf(spot) < 260)
        .sort((a, b) => costOf(a) - costOf(b) || a.far - b.far);
      if (best && (least === null || best.covering < least.covering)) least = { ...best, form };
      if (least?.covering === 0) break;
    }
    if (least === null) continue;
    const { width = 0, height = 0 } = forms[least.form] ?? {};
    placed.push(boxOf(least.at, width, height));
    spots[i] = { at: least.at, form: least.form };
  }
  return spots;
}

const boxOf = ([x, y]: readonly [number, number], w: number, h: number): LabelBounds => [
  x - w / 2,
  y - h / 2,
  x + w / 2,
  y + h / 2,
];
const isWithin = ([l, t, r, b]: LabelBounds) =>
  l >= WINDOW[0] && t >= WINDOW[1] && r <= WINDOW[2] && b <= WINDOW[3];
const holds = (rings: LabelRequest["rings"], [l, t, r, b]: LabelBounds) =>
  [
    [l, t],
    [r, t],
    [l, b],
    [r, b],
    [(l + r) / 2, (t + b) / 2],
  ].every(([x = 0, y = 0]) => ringsContain(rings, x, y));

function coveredBy(
  [l, t, r, b]: LabelBounds,
  obstacles: readonly Obstacle[],
  placed: readonly LabelBounds[],
): number {
  const others = placed.filter((o) => l < o[2] && r > o[0] && t < o[3] && b > o[1]).length * 400;
  return obstacles.reduce((sum, { x, y, radius }) => {
    const away = Math.hypot(Math.max(l - x, 0, x - r), Math.max(t - y, 0, y - b));
    const gap = away - radius;
    if (away < radius / 2) return sum + 260;
    return gap >= 2 ? sum : sum + 30 + Math.min(radius, 2 - gap) * 3;
  }, others);
}

function areaOf(request: LabelRequest | undefined): number {
  const ring = request?.rings[0] ?? [];
  return Math.abs(
    ring.reduce((sum, [x, y], i) => {
      const [bx, by] = ring.at(i - 1) ?? [0, 0];
      return sum + bx * y - x * by;
    }, 0) / 2,
  );
}

test("labels of random maps go where a plain search of every position puts them", () => {
  const random = seeded(11);
  for (let map = 0; map < 12; map++) {
    const requests = Array.from({ length: 1 + Math.floor(random() * 12) }, (): LabelRequest => {
      const [x, y, size] = [random() * 1200, random() * 800, 30 + random() * 200];
      const ring = Array.from({ length: 40 }, (_, i): [number, number] => {
        const reach = size * (0.7 + 0.5 * random());
        return [x + reach * Math.cos((i * Math.PI) / 20), y + reach * Math.sin((i * Math.PI) / 20)];
      });
      const width = 50 + random() * 120;
      return {
        rings: [[...ring, ring[0] as [number, number]]],
        anchor: [x, y],
        forms: [
          { width, height: 36 },
          { width: width * 0.7, height: 36 },
          { width: width * 0.6, height: 18 },
        ],
      };
    });
    const obstacles = Array.from({ length: Math.floor(random() * 80) }, () => ({
      x: random() * 1200,
      y: random() * 800,
      radius: 8 + random() * 25,
    }));
    expect(placeLabels(requests, obstacles, WINDOW)).toEqual(plainly(requests, obstacles));
  }
});
