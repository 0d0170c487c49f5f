import type { Mark } from "../paper/mark.ts";
import type { LngLat } from "../spatial/lng-lat.ts";
import type { MapFrame } from "./map-frame.ts";
import type { TakenSpace } from "./taken-space.ts";

export type NumberedPoint = {
  readonly number: number;
  readonly position: LngLat;
  /** Filled instead of outlined. */
  readonly isAlarm: boolean;
};

type Style = {
  readonly radiusMm: number;
  readonly ink: string;
  readonly plain: string;
  readonly alarm: string;
};

type Placed = NumberedPoint & {
  readonly x: number;
  readonly y: number;
  readonly stand: Spot;
};
type Spot = { readonly x: number; readonly y: number };

/** Where a number that stands beside its spot belongs. */
const DOT_MM = 0.6;

/**
 * Every point with its number, none over another: one that has no room stands as near as it finds some, tied to its spot
 * by a line. What they stand on is taken.
 */
export function numberedPoints(
  points: readonly NumberedPoint[],
  frame: MapFrame,
  taken: TakenSpace,
  style: Style,
): Mark[] {
  const radius = style.radiusMm + 0.2;
  const spots = points.map(({ position }) => ({
    x: frame.x(position[0]),
    y: frame.y(position[1]),
  }));
  const stays = spots.map((spot) => {
    const isFree = taken.isFree([{ ...spot, radius }]);
    if (isFree) taken.take([{ ...spot, radius }]);
    return isFree;
  });
  const crowded = spots.filter((_, i) => !stays[i]);
  taken.take(crowded.map((spot) => ({ ...spot, radius: DOT_MM })));
  const placed = points.map((point, i): Placed => {
    const spot = spots[i] ?? { x: 0, y: 0 };
    if (stays[i]) return { ...point, ...spot, stand: spot };
    const stand = freeSpot(spot, frame, taken, radius);
    taken.take([{ ...stand, radius }]);
    return { ...point, ...spot, stand };
  });
  const moved = placed.filter((_, i) => !stays[i]);
  return [
    ...moved.map((point) => tie(point, style)),
    ...moved.map((point) => dot(point, style)),
    ...placed.flatMap((point) => label(point, style)),
  ];
}

/** On ever wider circles about the spot; in a box that is full the nearest place within it. */
function freeSpot(spot: Spot, { box }: MapFrame, taken: TakenSpace, radius: number): Spot {
  const farthest = Math.hypot(box.width, box.height);
  for (let away = 1.6 * radius; away < farthest; away += 0.7 * radius) {
    const steps = Math.max(8, Math.round((2 * Math.PI * away) / (1.2 * radius)));
    for (let i = 0; i < steps; i++) {
      const angle = (2 * Math.PI * i) / steps - Math.PI / 2;
      const at = { x: spot.x + away * Math.cos(angle), y: spot.y + away * Math.sin(angle) };
      if (taken.isFree([{ ...at, radius }])) return at;
    }
  }
  const within = (value: number, low: number, size: number) =>
    Math.min(Math.max(value, low + radius), low + size - radius);
  return { x: within(spot.x, box.x, box.width), y: within(spot.y, box.y, box.height) };
}

function tie({ x, y, stand }: Placed, { ink }: Style): Mark {
  return {
    kind: "path",
    parts: [{ points: [x, y, stand.x, stand.y], isClosed: false }],
    stroke: { colour: ink, widthMm: 0.2 },
  };
}

function dot({ x, y, isAlarm }: Placed, { plain, alarm }: Style): Mark {
  const fill = isAlarm ? alarm : plain;
  return {
    kind: "circle",
    x,
    y,
    radius: DOT_MM,
    fill,
    stroke: { colour: "#ffffff", widthMm: 0.2 },
  };
}

function label({ number, stand, isAlarm }: Placed, { radiusMm, plain, alarm }: Style): Mark[] {
  const words = String(number);
  const sizeMm = radiusMm * (words.length > 2 ? 1.02 : 1.34);
  return [
    {
      kind: "circle",
      ...stand,
      radius: radiusMm,
      fill: isAlarm ? alarm : "#ffffff",
      stroke: { colour: isAlarm ? "#ffffff" : plain, widthMm: 0.17 * radiusMm },
    },
    {
      kind: "text",
      text: words,
      x: stand.x,
      y: stand.y + 0.36 * sizeMm,
      sizeMm,
      weight: "bold",
      colour: isAlarm ? "#ffffff" : plain,
      align: "middle",
    },
  ];
}
