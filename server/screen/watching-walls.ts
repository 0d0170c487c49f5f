import type { WallBeat } from "../../domain/contract/screen.ts";

/** A wall as it said last that it is. Times are epoch ms. */
export type WatchingWall = WallBeat & {
  readonly account: string;
  readonly name: string;
  readonly since: number;
  readonly heardAt: number;
};

const MOST = 200;
const FORGOTTEN_MS = 24 * 3_600_000;
/** Three beats missed. */
const HEARD_MS = 45_000;

/** Which walls watch, from what they say of themselves: forgotten after a day, and the longest unheard of too many. */
export class WatchingWalls {
  readonly #walls = new Map<string, WatchingWall>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  hear(beat: WallBeat, account: string, name: string): void {
    const now = this.#now();
    const before = this.#walls.get(beat.wall);
    const isSame = before?.account === account && now - before.heardAt <= HEARD_MS;
    const since = isSame ? before.since : now;
    this.#walls.delete(beat.wall);
    this.#walls.set(beat.wall, { ...beat, account, name, since, heardAt: now });
    for (const [id, { heardAt }] of this.#walls) {
      if (this.#walls.size <= MOST && now - heardAt <= FORGOTTEN_MS) break;
      this.#walls.delete(id);
    }
  }

  /** The longest watching first. */
  list(): (WatchingWall & { readonly isHeard: boolean })[] {
    const now = this.#now();
    return [...this.#walls.values()]
      .filter(({ heardAt }) => now - heardAt <= FORGOTTEN_MS)
      .map((wall) => ({ ...wall, isHeard: now - wall.heardAt <= HEARD_MS }))
      .sort((a, b) => Number(b.isHeard) - Number(a.isHeard) || a.since - b.since);
  }

  accountOf(wall: string): string | null {
    return this.#walls.get(wall)?.account ?? null;
  }
}
