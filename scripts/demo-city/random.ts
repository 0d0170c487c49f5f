/**
 * A seeded stream of numbers; the same seed and the same calls give the same values on every
 * machine.
 */
export type Random = {
  /** In [0, 1). */
  next(): number;
  /**
   * An independent stream; depends on the seed and the label only, not on what was drawn before.
   */
  fork(label: string): Random;
  between(min: number, max: number): number;
  /** Integer in [min, max], both included. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Index into `weights`, drawn in proportion to them; their sum must be positive. */
  weighted(weights: ArrayLike<number>): number;
  /** Standard normal. */
  normal(): number;
  /** Exponential with the given mean. */
  exponential(mean: number): number;
  /** Gamma with the given shape (> 0) and mean. */
  gamma(shape: number, mean: number): number;
  poisson(mean: number): number;
  /** In place; answers the same array. */
  shuffle<T>(list: T[]): T[];
};

/** `seed` is taken as an unsigned 32-bit integer. */
export function seededRandom(seed: number): Random {
  return stream(seed >>> 0);
}

/** A hash of text, 32 bits (FNV-1a with a final mix). */
export function hashText(text: string, start = 2166136261): number {
  let hash = start >>> 0;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  }
  return mix(hash);
}

function stream(seed: number): Random {
  let a = mix(seed ^ 0x9e3779b9);
  let b = mix(seed + 0x7f4a7c15);
  let c = mix(seed ^ 0x2545f491);
  let counter = 1;

  /** sfc32. */
  function next(): number {
    const t = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    return (t >>> 0) / 4294967296;
  }
  for (let i = 0; i < 12; i++) next();

  function normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - next()));
    return radius * Math.cos(2 * Math.PI * next());
  }

  function gamma(shape: number, mean: number): number {
    if (shape < 1) return gamma(shape + 1, mean * (1 + 1 / shape)) * next() ** (1 / shape);
    const d = shape - 1 / 3;
    const k = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + k * x) ** 3;
      if (v <= 0) continue;
      if (Math.log(1 - next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return (d * v * mean) / shape;
      }
    }
  }

  function poisson(mean: number): number {
    if (mean > 40) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    const limit = Math.exp(-mean);
    let product = next();
    let count = 0;
    while (product > limit) {
      product *= next();
      count++;
    }
    return count;
  }

  function int(min: number, max: number): number {
    return min + Math.floor(next() * (max - min + 1));
  }

  return {
    next,
    fork: (label) => stream(hashText(label, seed ^ 0x811c9dc5)),
    between: (min, max) => min + (max - min) * next(),
    int,
    chance: (probability) => next() < probability,
    pick(list) {
      if (list.length === 0) throw new RangeError("Nothing to pick from: the list is empty");
      return list[int(0, list.length - 1)]!;
    },
    weighted(weights) {
      let sum = 0;
      for (let i = 0; i < weights.length; i++) sum += weights[i]!;
      let rest = next() * sum;
      for (let i = 0; i < weights.length; i++) {
        rest -= weights[i]!;
        if (rest < 0) return i;
      }
      return weights.length - 1;
    },
    normal,
    exponential: (mean) => -mean * Math.log(1 - next()),
    gamma,
    poisson,
    shuffle(list) {
      for (let i = list.length - 1; i > 0; i--) {
        const j = int(0, i);
        [list[i], list[j]] = [list[j]!, list[i]!];
      }
      return list;
    },
  };
}

/** Finaliser of MurmurHash3. */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
