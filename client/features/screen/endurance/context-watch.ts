/** A lost context is not waited for: what it drew is gone anyway, and not all that draws takes up a restored one. */
const REBUILD_AFTER_MS = 300;
/** A map that was made anew and has not drawn by then is made anew again. */
const AGAIN_AFTER_MS = 15_000;

type ContextWatchOptions = {
  /** Makes the map anew, with a canvas of its own. */
  readonly rebuild: () => void;
};

/** What becomes of a map whose WebGL context is lost: it is made anew until it draws. */
export class ContextWatch {
  readonly #options: ContextWatchOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lostAt: number | null = null;
  losses = 0;
  /** Of the last outage, from the loss to the first picture, ms. */
  lastOutageMs = 0;

  constructor(options: ContextWatchOptions) {
    this.#options = options;
  }

  lost(at: number): void {
    if (this.#lostAt === null) {
      this.losses++;
      this.#lostAt = at;
    }
    this.#rebuildAfter(REBUILD_AFTER_MS);
  }

  /** The new map has drawn. */
  drawn(at: number): void {
    clearTimeout(this.#timer);
    if (this.#lostAt === null) return;
    this.lastOutageMs = at - this.#lostAt;
    this.#lostAt = null;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #rebuildAfter(waitMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#options.rebuild();
      this.#rebuildAfter(AGAIN_AFTER_MS);
    }, waitMs);
  }
}
