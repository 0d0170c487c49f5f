import type { MultiPolygon, Polygon, Position } from "geojson";

/** An area and who holds it, by whatever names them. */
export type HeldArea = {
  readonly geometry: Polygon | MultiPolygon;
  readonly holders: readonly string[];
};

/**
 * A number below `colourCount` for every holder: one each while there are enough, else such that holders whose areas touch
 * or are shared differ where that is possible, the widest connected first. The same areas give the same numbers.
 */
export function neighbourColours(
  areas: readonly HeldArea[],
  colourCount: number,
): ReadonlyMap<string, number> {
  const holders = [...new Set(areas.flatMap((area) => area.holders))].sort();
  if (holders.length <= colourCount) return new Map(holders.map((name, i) => [name, i]));
  const touching = touchingHolders(areas);
  const degree = (name: string) => touching.get(name)?.size ?? 0;
  const colours = new Map<string, number>();
  const uses = new Array<number>(colourCount).fill(0);
  for (const name of holders.toSorted((a, b) => degree(b) - degree(a))) {
    const taken = new Set([...(touching.get(name) ?? [])].map((other) => colours.get(other)));
    const free = uses.map((_, colour) => colour).filter((colour) => !taken.has(colour));
    const candidates = free.length > 0 ? free : uses.map((_, colour) => colour);
    const colour = candidates.reduce((best, next) =>
      (uses[next] ?? 0) < (uses[best] ?? 0) ? next : best,
    );
    uses[colour] = (uses[colour] ?? 0) + 1;
    colours.set(name, colour);
  }
  return colours;
}

/** Neighbours have the same vertices along their common border. */
function touchingHolders(areas: readonly HeldArea[]): ReadonlyMap<string, ReadonlySet<string>> {
  const atVertex = new Map<string, Set<string>>();
  const touching = new Map<string, Set<string>>();
  for (const { geometry, holders } of areas) {
    for (const vertex of verticesOf(geometry)) {
      const met = atVertex.get(vertex.join()) ?? new Set();
      for (const holder of holders) met.add(holder);
      atVertex.set(vertex.join(), met);
    }
  }
  for (const met of atVertex.values()) {
    if (met.size < 2) continue;
    for (const holder of met) {
      const others = touching.get(holder) ?? new Set();
      for (const other of met) if (other !== holder) others.add(other);
      touching.set(holder, others);
    }
  }
  return touching;
}

function verticesOf(geometry: HeldArea["geometry"]): Position[] {
  return geometry.type === "Polygon" ? geometry.coordinates.flat() : geometry.coordinates.flat(2);
}
