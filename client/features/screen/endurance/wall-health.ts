import type { MapEngine } from "../../../map/map-engine.ts";
import { noteError } from "../wall-errors.ts";
import { BuildWatch, ownBuild } from "./build-watch.ts";
import { ClockDrift } from "./clock-drift.ts";
import { FrameWatch } from "./frame-watch.ts";

/** What a wall knows of itself while it runs, for whoever looks after it. */
export class WallHealth {
  readonly drift = new ClockDrift();
  readonly build: BuildWatch;
  readonly frames: FrameWatch;
  readonly #maps = new Map<string, MapEngine>();
  readonly startedAt = Date.now();
  contextLosses = 0;
  /** From the last loss of a context to the first picture, ms. */
  lastOutageMs = 0;
  stuckTimes = 0;

  constructor(stuck: () => void) {
    this.build = new BuildWatch(ownBuild(document), sessionStorage);
    this.frames = new FrameWatch({
      isVisible: () => document.visibilityState === "visible",
      requestFrame: (drawn) => requestAnimationFrame(drawn),
      now: () => performance.now(),
      stuck: () => {
        this.stuckTimes++;
        noteError("no frame for 30 s");
        stuck();
      },
    });
  }

  /** What is drawn now. */
  get maps(): Iterable<MapEngine> {
    return this.#maps.values();
  }

  /** By what it shows; those that were taken down are let go of. */
  hold(measure: string, engine: MapEngine): void {
    for (const [key, each] of this.#maps) {
      if (!each.withMap((map) => map.getCanvas().isConnected)) this.#maps.delete(key);
    }
    this.#maps.set(measure, engine);
  }

  heard(serverNow: number, build: string): void {
    this.drift.hear(serverNow, Date.now());
    this.build.hear(build);
  }

  /** The server's clock, epoch ms; null before it was heard. */
  serverNow(): number | null {
    return this.drift.isHeard() ? Date.now() + this.drift.offsetMs : null;
  }

  /** The server's clock as far as it is known. */
  now(): number {
    return Date.now() + this.drift.offsetMs;
  }
}
