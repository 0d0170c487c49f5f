const KEPT = 9;
/** Nothing that is heard comes so late: a clock was set, and what was known of it before is void. */
const SET_MS = 60_000;

/**
 * How far the own clock is behind the server's. What is heard comes late, never early, so the greatest of the last
 * differences is nearest to the truth.
 */
export class ClockDrift {
  #offsets: number[] = [];

  hear(serverNow: number, ownNow: number): void {
    const offset = serverNow - ownNow;
    if (this.offsetMs - offset > SET_MS) this.#offsets = [];
    this.#offsets.push(offset);
    if (this.#offsets.length > KEPT) this.#offsets.shift();
  }

  /** To add to the own clock, ms; 0 before the server was heard. */
  get offsetMs(): number {
    return this.#offsets.length === 0 ? 0 : Math.max(...this.#offsets);
  }

  isHeard(): boolean {
    return this.#offsets.length > 0;
  }
}
