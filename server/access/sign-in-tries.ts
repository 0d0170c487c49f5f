import { DomainError } from "../../domain/errors.ts";

const MOST_FAILURES = 8;
const WITHIN_MS = 15 * 60_000;
/** Names remembered: a guesser who makes names up fills no memory. */
const MOST_NAMES = 10_000;

/** Failures of signing in by name: after several within a quarter of an hour nobody signs in under it for as long. */
export class SignInTries {
  readonly #failures = new Map<string, number[]>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Throws `too-many-tries` while a name is closed. */
  check(name: string): void {
    const recent = this.#recent(name);
    const first = recent[recent.length - MOST_FAILURES];
    if (first === undefined) return;
    const minutes = Math.max(1, Math.ceil((first + WITHIN_MS - this.#now()) / 60_000));
    throw new DomainError("too-many-tries", { minutes });
  }

  failed(name: string): void {
    const key = name.toLowerCase();
    const recent = [...this.#recent(name), this.#now()].slice(-MOST_FAILURES);
    this.#failures.delete(key);
    this.#failures.set(key, recent);
    const [oldest] = this.#failures.keys();
    if (this.#failures.size > MOST_NAMES && oldest !== undefined) this.#failures.delete(oldest);
  }

  succeeded(name: string): void {
    this.#failures.delete(name.toLowerCase());
  }

  #recent(name: string): number[] {
    const since = this.#now() - WITHIN_MS;
    return (this.#failures.get(name.toLowerCase()) ?? []).filter((at) => at > since);
  }
}
