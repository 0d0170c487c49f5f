const SIZE = 624;
const SHIFT = 397;

/**
 * R's default random numbers: Mersenne Twister (Matsumoto & Nishimura 1998) as `set.seed(seed)` starts it, and `sample`
 * with replacement by rejection, as since R 3.6. The permutation reference was drawn with it.
 */
export class RRandom {
  readonly #state = new Uint32Array(SIZE);
  #at = SIZE;

  constructor(seed: number) {
    let value = seed >>> 0;
    const step = () => {
      value = (Math.imul(69069, value) + 1) >>> 0;
      return value;
    };
    for (let i = 0; i < 51; i++) step();
    for (let i = 0; i < SIZE; i++) this.#state[i] = step();
  }

  /** A whole number in [0, count). */
  index(count: number): number {
    const bits = Math.ceil(Math.log2(count));
    for (;;) {
      let value = 0;
      for (let have = 0; have <= bits; have += 16) {
        value = 65536 * value + Math.floor(this.#uniform() * 65536);
      }
      value %= 2 ** bits;
      if (value < count) return value;
    }
  }

  #uniform(): number {
    if (this.#at === SIZE) this.#refill();
    let y = this.#state[this.#at++] ?? 0;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return (y >>> 0) * 2.3283064365386963e-10;
  }

  #refill(): void {
    const state = this.#state;
    for (let k = 0; k < SIZE; k++) {
      const y = ((state[k] ?? 0) & 0x80000000) | ((state[(k + 1) % SIZE] ?? 0) & 0x7fffffff);
      state[k] = (state[(k + SHIFT) % SIZE] ?? 0) ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.#at = 0;
  }
}
