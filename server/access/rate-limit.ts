import { DomainError } from "../../domain/errors.ts";

/** Names remembered: whoever comes from many addresses fills no memory. */
const MOST_NAMES = 10_000;

type Limit = { readonly most: number; readonly withinMs: number; readonly now: () => number };

/** So many acts within a time, by name. */
export class RateLimit {
  readonly #times = new Map<string, readonly number[]>();
  readonly #limit: Limit;

  constructor(limit: Limit) {
    this.#limit = limit;
  }

  /** Counts an act. Throws `too-many-tries`, and counts nothing, where there were too many before. */
  take(name: string): void {
    const { most, withinMs, now } = this.#limit;
    const t = now();
    const recent = (this.#times.get(name) ?? []).filter((at) => at > t - withinMs);
    const [first] = recent.slice(-most);
    if (recent.length >= most && first !== undefined) {
      const minutes = Math.max(1, Math.ceil((first + withinMs - t) / 60_000));
      throw new DomainError("too-many-tries", { minutes });
    }
    this.#times.delete(name);
    this.#times.set(name, [...recent, t]);
    const [oldest] = this.#times.keys();
    if (this.#times.size > MOST_NAMES && oldest !== undefined) this.#times.delete(oldest);
  }
}
