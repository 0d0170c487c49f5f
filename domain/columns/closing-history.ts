import type { Closing } from "../problem.ts";
import { withRoom } from "./growable.ts";

/**
 * Closings and reopenings of the few reports that were reopened, end to end in one array: per report the number of its
 * events, then their times in order, closing and reopening in turn. A report is closed at T exactly when an odd number of
 * its events lies at or before T. Append only.
 */
export class ClosingHistory {
  #times = new Float64Array(64);
  #length = 0;

  /** Answers where the report's events begin. */
  add(closings: readonly Closing[]): number {
    const offset = this.#length;
    this.#times = withRoom(this.#times, offset + 1 + 2 * closings.length);
    let events = 0;
    for (const { closedAt, reopenedAt } of closings) {
      this.#times[offset + ++events] = closedAt;
      if (reopenedAt !== null) this.#times[offset + ++events] = reopenedAt;
    }
    this.#times[offset] = events;
    this.#length = offset + 1 + events;
    return offset;
  }

  isClosedAt(offset: number, t: number): boolean {
    const times = this.#times;
    const end = offset + times[offset]!;
    let at = offset;
    while (at < end && times[at + 1]! <= t) at++;
    return ((at - offset) & 1) === 1;
  }

  closingsAt(offset: number): Closing[] {
    const closings: Closing[] = [];
    const events = this.#times[offset]!;
    for (let i = 1; i <= events; i += 2) {
      const reopenedAt = i < events ? this.#times[offset + i + 1]! : null;
      closings.push({ closedAt: this.#times[offset + i]!, reopenedAt });
    }
    return closings;
  }

  get byteLength(): number {
    return 8 * this.#length;
  }
}
