export type BenchRandom = () => number;

/** Numbers in [0, 1) from a seed: the same measurement on every machine. */
export function benchRandom(seed: number): BenchRandom {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}
