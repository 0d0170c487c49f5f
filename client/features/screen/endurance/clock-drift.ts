const KEPT = 9;
/** A wall whose clock is off by more than this says so; its day and its deadlines follow the server's anyway. */
export const DRIFT_TOLD_MS = 30_000;

/**
 * How far the own clock is behind the server's. What is heard comes late, never early, so the greatest of the last
 * differences is nearest to the truth; a clock that is set shows within as many.
 */
export class ClockDrift {
  readonly #offsets: number[] = [];

  hear(serverNow: number, ownNow: number): void {
    this.#offsets.push(serverNow - ownNow);
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
