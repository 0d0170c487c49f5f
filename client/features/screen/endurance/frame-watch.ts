/** Frames that do not come for so long though the page is visible: the renderer is stuck. */
const STUCK_MS = 30_000;
const LOOK_MS = 1000;

type FrameWatchOptions = {
  readonly isVisible: () => boolean;
  readonly requestFrame: (drawn: (at: number) => void) => void;
  /** Ms, never set back. */
  readonly now: () => number;
  readonly stuck: () => void;
};

/**
 * Whether pictures still come: one frame is asked for at a time while watching, none in between, so it costs nothing of a
 * steady picture. A page that nobody sees draws none, and a machine that slept has drawn none either: neither is stuck.
 */
export class FrameWatch {
  readonly #options: FrameWatchOptions;
  #timer: ReturnType<typeof setInterval> | undefined;
  #isAsked = false;
  #drawnAt = 0;
  #lookedAt = 0;
  /** How late the last look came, ms: what kept the main thread. */
  lagMs = 0;

  constructor(options: FrameWatchOptions) {
    this.#options = options;
  }

  start(): void {
    this.#drawnAt = this.#options.now();
    this.#lookedAt = this.#drawnAt;
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const { isVisible, now, requestFrame, stuck } = this.#options;
    const at = now();
    this.lagMs = Math.max(0, at - this.#lookedAt - LOOK_MS);
    const hasSlept = this.lagMs > STUCK_MS / 2;
    this.#lookedAt = at;
    if (!isVisible() || hasSlept) {
      this.#drawnAt = at;
      return;
    }
    if (at - this.#drawnAt > STUCK_MS) {
      this.#drawnAt = at;
      stuck();
    }
    if (this.#isAsked) return;
    this.#isAsked = true;
    requestFrame(() => {
      this.#isAsked = false;
      this.#drawnAt = this.#options.now();
    });
  }
}
