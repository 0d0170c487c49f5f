import type { MeasureText, TextMark } from "../paper/mark.ts";
import { chainLines } from "./chain-lines.ts";
import type { MapFrame } from "./map-frame.ts";
import type { RoadShape } from "./map-source.ts";
import { type MapStyle, type RoadKind, roadKindOf, showsRoad } from "./map-style.ts";
import { linesOnPaper } from "./on-paper.ts";
import { discsOfText, type TakenSpace } from "./taken-space.ts";

type Options = {
  readonly frame: MapFrame;
  readonly style: MapStyle;
  readonly measure: MeasureText;
  /** Em of the names of main roads. */
  readonly sizeMm: number;
  /** Named kinds; those in front choose first. */
  readonly kinds: readonly RoadKind[];
  /** At least so far apart are two names of one road. */
  readonly spacingMm: number;
  /** What is written on a road, its name where absent; null: nothing. */
  readonly wordsOf?: (road: RoadShape) => string | null;
};

const SIZE_BY_KIND: Readonly<Partial<Record<RoadKind, number>>> = {
  secondary: 0.92,
  branch: 0.84,
  lane: 0.76,
};
/** A name stands straight; its road may leave it by this much of its size. */
const BEND = 0.3;

/** Names on their roads, straight, upright, over nothing that is taken; what they stand on is taken then. */
export function roadNames(
  roads: readonly RoadShape[],
  taken: TakenSpace,
  options: Options,
): TextMark[] {
  const { frame, style, kinds } = options;
  const wordsOf = options.wordsOf ?? (({ name }) => name);
  const named = roads.filter((road) => (wordsOf(road) ?? "") !== "");
  return kinds
    .filter((kind) => showsRoad(style, kind, frame.denominator))
    .flatMap((kind) => {
      const ofKind = named.filter((road) => roadKindOf(road) === kind);
      return [...Map.groupBy(ofKind, (road) => wordsOf(road) ?? "")].flatMap(([name, sections]) => {
        const lines = sections.flatMap((road) => linesOnPaper(road.lines, frame, 0));
        // Carriageways of one road lie side by side: its names keep apart across them too.
        const stands: Stand[] = [];
        return chainLines(lines).flatMap((chain) =>
          namesAlong({ name, kind, chain, stands }, taken, options),
        );
      });
    });
}

type NamedLine = {
  readonly name: string;
  readonly kind: RoadKind;
  readonly chain: readonly number[];
  /** Where the name stands already; added to. */
  readonly stands: Stand[];
};

function namesAlong(
  { name, kind, chain, stands }: NamedLine,
  taken: TakenSpace,
  { measure, sizeMm: most, style, spacingMm }: Options,
): TextMark[] {
  const sizeMm = most * (SIZE_BY_KIND[kind] ?? 1);
  const spacing = 0.1 * sizeMm;
  const width = measure(name, sizeMm, "regular") + spacing * ([...name].length - 1);
  const along = distancesAlong(chain);
  const total = along.at(-1) ?? 0;
  const marks: TextMark[] = [];
  let next = Math.min(spacingMm / 2, total / 2 - width / 2);
  for (let from = Math.max(0, next); from + width <= total; from += sizeMm) {
    if (from < next) continue;
    const straight = straightAt(chain, along, from, from + width, BEND * sizeMm);
    if (!straight || stands.some((other) => apart(other, straight) < spacingMm)) continue;
    const stand = freeBeside(straight, width, sizeMm, taken);
    if (!stand) continue;
    stands.push(stand);
    marks.push(...nameMarks(name, stand, { sizeMm, width, spacingMm: spacing, style }));
    next = from + width + spacingMm;
  }
  return marks;
}

type Stand = { readonly x: number; readonly y: number; readonly angleDeg: number };

function apart(a: Stand, b: Stand): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** On the road, else close beside it, where nothing is taken; it is taken then. */
function freeBeside(
  stand: Stand,
  widthMm: number,
  sizeMm: number,
  taken: TakenSpace,
): Stand | null {
  const radians = (stand.angleDeg * Math.PI) / 180;
  for (const aside of [0, -1.25 * sizeMm, 1.25 * sizeMm]) {
    const x = stand.x - aside * Math.sin(radians);
    const y = stand.y + aside * Math.cos(radians);
    const discs = discsOfText(x, y, widthMm, sizeMm, stand.angleDeg);
    if (!taken.isFree(discs)) continue;
    taken.take(discs);
    return { x, y, angleDeg: stand.angleDeg };
  }
  return null;
}

/** Steeper than this a Chinese name is set upright, one character below the other. */
const UPRIGHT_FROM_DEG = 52;

type NameStyle = {
  readonly sizeMm: number;
  readonly width: number;
  readonly spacingMm: number;
  readonly style: MapStyle;
};

function nameMarks(text: string, { x, y, angleDeg }: Stand, named: NameStyle): TextMark[] {
  const { sizeMm, width, spacingMm, style } = named;
  const radians = (angleDeg * Math.PI) / 180;
  const down = 0.36 * sizeMm;
  const halo = { colour: style.halo, widthMm: 0.3 * sizeMm };
  const mark = {
    kind: "text",
    sizeMm,
    weight: "regular",
    colour: style.label,
    align: "middle",
    halo,
  } as const;
  const characters = [...text];
  if (Math.abs(angleDeg) < UPRIGHT_FROM_DEG || !/^\p{Script=Han}+$/u.test(text)) {
    const [left, top] = [x - down * Math.sin(radians), y + down * Math.cos(radians)];
    return [{ ...mark, text, x: left, y: top, spacingMm, angleDeg }];
  }
  const pitch = width / characters.length;
  const way = Math.sign(angleDeg);
  return characters.map((character, i) => {
    const at = (i - (characters.length - 1) / 2) * pitch * way;
    return {
      ...mark,
      text: character,
      x: x + at * Math.cos(radians),
      y: y + at * Math.sin(radians) + down,
    };
  });
}

function distancesAlong(chain: readonly number[]): number[] {
  const along = [0];
  for (let i = 2; i + 1 < chain.length; i += 2) {
    const step = Math.hypot(
      (chain[i] ?? 0) - (chain[i - 2] ?? 0),
      (chain[i + 1] ?? 0) - (chain[i - 1] ?? 0),
    );
    along.push((along.at(-1) ?? 0) + step);
  }
  return along;
}

/** Middle and direction of a stretch, read from left to right; null where it bends away from its chord. */
function straightAt(
  chain: readonly number[],
  along: readonly number[],
  from: number,
  to: number,
  bendMm: number,
): Stand | null {
  const [ax, ay] = pointAt(chain, along, from);
  const [bx, by] = pointAt(chain, along, to);
  const length = Math.hypot(bx - ax, by - ay);
  if (length < 0.94 * (to - from)) return null;
  for (let i = 0; i < along.length; i++) {
    const at = along[i] ?? 0;
    if (at <= from || at >= to) continue;
    const [x, y] = [(chain[2 * i] ?? 0) - ax, (chain[2 * i + 1] ?? 0) - ay];
    if (Math.abs(x * (by - ay) - y * (bx - ax)) / length > bendMm) return null;
  }
  const angle = (Math.atan2(by - ay, bx - ax) * 180) / Math.PI;
  const angleDeg = angle > 90 ? angle - 180 : angle <= -90 ? angle + 180 : angle;
  return { x: (ax + bx) / 2, y: (ay + by) / 2, angleDeg };
}

function pointAt(chain: readonly number[], along: readonly number[], at: number): [number, number] {
  const found = along.findIndex((distance) => distance >= at);
  const i = Math.max(1, found < 0 ? along.length - 1 : found);
  const [before, after] = [along[i - 1] ?? 0, along[i] ?? 0];
  const share = after > before ? (at - before) / (after - before) : 0;
  const mix = (k: number) =>
    (chain[2 * (i - 1) + k] ?? 0) * (1 - share) + (chain[2 * i + k] ?? 0) * share;
  return [mix(0), mix(1)];
}
