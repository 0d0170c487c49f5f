/** A context that does not come back by itself within this time is not waited for. */
const REBUILD_AFTER_MS = 2500;

type ContextWatchOptions = {
  /** Makes the map anew, with a canvas of its own. */
  readonly rebuild: () => void;
  readonly changed: (state: ContextState) => void;
};

export type ContextState = "alive" | "lost" | "rebuilding";

/** What becomes of a map whose WebGL context is lost: it comes back, or the map is made anew. */
export class ContextWatch {
  readonly #options: ContextWatchOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lostAt = 0;
  losses = 0;
  /** Of the last outage, ms. */
  lastOutageMs = 0;
  state: ContextState = "alive";

  constructor(options: ContextWatchOptions) {
    this.#options = options;
  }

  lost(at: number): void {
    if (this.state === "alive") {
      this.losses++;
      this.#lostAt = at;
    }
    this.#set("lost");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#set("rebuilding");
      this.#options.rebuild();
    }, REBUILD_AFTER_MS);
  }

  /** The context is back, or the new map has drawn. */
  restored(at: number): void {
    clearTimeout(this.#timer);
    if (this.state === "alive") return;
    this.lastOutageMs = at - this.#lostAt;
    this.#set("alive");
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #set(state: ContextState): void {
    this.state = state;
    this.#options.changed(state);
  }
}
