import { EPS_M } from "../tolerance.ts";
import { edgeIndex, stretchBeside } from "./abreast.ts";
import { type Chain, lengthOf } from "./chain.ts";
import { type Interval, united } from "./intervals.ts";

/** 辅路: lines of group `from` that run within `withinM` beside a road of group `into` are no roads of their own. */
export type AuxiliaryRule = {
  readonly from: string;
  readonly into: string;
  readonly withinM: number;
};

/** Of a chain's length, what has to lie beside the main road. */
const SHARE = 0.8;
/** How a street's own auxiliary road is often named. */
const SUFFIX = /(?:辅路|辅道|辅线)$/u;

type Described = { readonly chain: Chain; readonly group: string; readonly name: string | null };

/**
 * Which chain each chain is absorbed into, -1 for none: one without a name, or with the main road's,
 * of which 80 % lie abreast (20°) of main roads' lines, any carriageway; it goes to the main chain
 * that it is longest beside. What was absorbed absorbs nothing.
 */
export function absorbAuxiliary(
  described: readonly Described[],
  rules: readonly AuxiliaryRule[],
): Int32Array {
  const into = new Int32Array(described.length).fill(-1);
  const chains = described.map(({ chain }) => chain);
  for (const { from, into: main, withinM } of rules) {
    const free = [...chains.keys()].filter((c) => into[c] === -1);
    const mains = free.filter((c) => described[c]!.group === main);
    const edges = edgeIndex(chains, mains);
    if (!edges) continue;
    const taken = free.flatMap((c): [number, number][] => {
      const own = described[c]!;
      if (own.group !== from) return [];
      const mayTake = (m: number) => m !== c && isAuxiliaryOf(own, described[m]!);
      const found = longestBeside(c, mayTake, edges, chains, withinM);
      return found < 0 ? [] : [[c, found]];
    });
    for (const [c, m] of taken) into[c] = m;
  }
  return settled(into);
}

/** Within one group only a name tells which is the main road. */
function isAuxiliaryOf(own: Described, main: Described): boolean {
  if (own.group === main.group) {
    return own.name !== null && SUFFIX.test(own.name) && own.name.replace(SUFFIX, "") === main.name;
  }
  return own.name === null || own.name === main.name || own.name.replace(SUFFIX, "") === main.name;
}

function longestBeside(
  c: number,
  mayTake: (chain: number) => boolean,
  edges: NonNullable<ReturnType<typeof edgeIndex>>,
  chains: readonly Chain[],
  withinM: number,
): number {
  const { xy, at } = chains[c]!;
  const covered: Interval[] = [];
  const metres = new Map<number, number>();
  for (let e = 0; e + 1 < at.length; e++) {
    const [ax, ay, bx, by] = [xy[2 * e]!, xy[2 * e + 1]!, xy[2 * e + 2]!, xy[2 * e + 3]!];
    const near = edges.search(
      Math.min(ax, bx) - withinM,
      Math.min(ay, by) - withinM,
      Math.max(ax, bx) + withinM,
      Math.max(ay, by) + withinM,
      mayTake,
    );
    for (const { chain: m, edge } of near) {
      const line = chains[m]!;
      const found = stretchBeside(ax, ay, bx, by, line, edge, 0, lengthOf(line), withinM);
      if (!found) continue;
      covered.push([at[e]! + found[0], at[e]! + found[1]]);
      metres.set(m, (metres.get(m) ?? 0) + found[1] - found[0]);
    }
  }
  const length = united(covered, EPS_M).reduce((sum, [from, to]) => sum + to - from, 0);
  if (length < SHARE * lengthOf(chains[c]!) - EPS_M) return -1;
  const [most] = [...metres].sort(([a, aM], [b, bM]) => bM - aM || a - b);
  return most?.[0] ?? -1;
}

/** A main chain that a later rule absorbed passes on what it took. */
function settled(into: Int32Array): Int32Array {
  return into.map((main) => {
    let last = main;
    while (last >= 0 && into[last]! >= 0) last = into[last]!;
    return last;
  });
}
