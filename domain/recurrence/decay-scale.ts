import { DAY_MS } from "../time.ts";

/**
 * Exponential decay without a power per event: weights 2^((t − origin) / H) are stored once, and what a sum of them is
 * worth at T is one factor. The origin keeps them small: start of history.
 */
export class DecayScale {
  readonly #originAt: number;
  readonly #halfLifeMs: number;

  constructor(originAt: number, halfLifeDays: number) {
    this.#originAt = originAt;
    this.#halfLifeMs = halfLifeDays * DAY_MS;
  }

  /** Stored weight of a moment, epoch milliseconds. */
  weightOf(at: number): number {
    return 2 ** ((at - this.#originAt) / this.#halfLifeMs);
  }

  /** What a stored weight is multiplied by at T. */
  factorAt(t: number): number {
    return 2 ** (-(t - this.#originAt) / this.#halfLifeMs);
  }
}
