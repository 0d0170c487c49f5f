import Flatbush from "flatbush";
import { EPS_M } from "../tolerance.ts";
import type { Chain } from "./chain.ts";

/** Pairs of chains of one street whose pieces have ends within `gapTolM` of each other. */
export function endsNear(
  pieces: readonly (readonly Chain[])[],
  street: Int32Array,
  gapTolM: number,
): [number, number][] {
  const owner: number[] = [];
  const ends: number[] = [];
  pieces.forEach((own, c) => {
    for (const { xy, isClosed } of own) {
      if (isClosed) continue;
      owner.push(c, c);
      ends.push(xy[0]!, xy[1]!, xy[xy.length - 2]!, xy[xy.length - 1]!);
    }
  });
  if (owner.length === 0) return [];
  const index = new Flatbush(owner.length);
  for (let i = 0; i < owner.length; i++) index.add(ends[2 * i]!, ends[2 * i + 1]!);
  index.finish();
  const reach = gapTolM + EPS_M;
  const pairs: [number, number][] = [];
  owner.forEach((a, i) => {
    const [x, y] = [ends[2 * i]!, ends[2 * i + 1]!];
    const isNear = (j: number) =>
      owner[j]! > a &&
      street[owner[j]!] === street[a] &&
      Math.hypot(ends[2 * j]! - x, ends[2 * j + 1]! - y) <= reach;
    for (const j of index.search(x - reach, y - reach, x + reach, y + reach, isNear)) {
      pairs.push([a, owner[j]!]);
    }
  });
  return pairs;
}
