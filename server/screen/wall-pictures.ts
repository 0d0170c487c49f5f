import { randomBytes } from "node:crypto";
import { DomainError } from "../../domain/errors.ts";
import type { WallLine, WallLines } from "./wall-lines.ts";
import type { WatchingWall, WatchingWalls } from "./watching-walls.ts";

/** A wall first goes to the scene and draws it, which takes long on a slow machine. */
const HANDED_IN_WITHIN_MS = 100_000;
/** Walls that are asked, one after another. */
const MOST_ASKED = 2;

export type WallPicture = {
  readonly png: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  /** That the wall showed: where somebody held another one, it was not turned away from it. */
  readonly scene: string;
};

type Waiting = { readonly account: string; readonly take: (picture: WallPicture) => void };

type WallPicturesOptions = {
  readonly lines: WallLines;
  readonly walls: WatchingWalls;
  readonly withinMs?: number;
};

/** Pictures that walls make of themselves, for a server without a browser: one that watches is asked, by its own line. */
export class WallPictures {
  readonly #lines: WallLines;
  readonly #walls: WatchingWalls;
  readonly #withinMs: number;
  readonly #waiting = new Map<string, Waiting>();

  constructor({ lines, walls, withinMs = HANDED_IN_WITHIN_MS }: WallPicturesOptions) {
    this.#lines = lines;
    this.#walls = walls;
    this.#withinMs = withinMs;
  }

  /** Whether a wall watches that could make one. */
  get isPossible(): boolean {
    return this.#candidates(0).length > 0;
  }

  /** Throws `no-wall-picture` where none that watches hands one in. */
  async ask(scene: string, widthPx: number): Promise<WallPicture> {
    for (const line of this.#candidates(widthPx).slice(0, MOST_ASKED)) {
      const picture = await this.#askOne(line, scene);
      if (picture) return picture;
    }
    throw new DomainError("no-wall-picture", {});
  }

  /** Whether this account was asked for it and has not handed it in. */
  isAsked(id: string, account: string): boolean {
    return this.#waiting.get(id)?.account === account;
  }

  /** Each is taken once, from whom it was asked of; false: nobody waits for it. */
  take(id: string, account: string, picture: WallPicture): boolean {
    if (!this.isAsked(id, account)) return false;
    this.#waiting.get(id)?.take(picture);
    return true;
  }

  #askOne(line: WallLine, scene: string): Promise<WallPicture | null> {
    const id = randomBytes(16).toString("base64url");
    return new Promise((resolve) => {
      const done = (picture: WallPicture | null) => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        resolve(picture);
      };
      const timer = setTimeout(() => done(null), this.#withinMs);
      timer.unref();
      this.#waiting.set(id, { account: line.account, take: done });
      this.#lines.tell("snapshot.asked", { id, scene }, (each) => each === line);
    });
  }

  /** Lines of walls that were heard, those first that nobody holds, then those of the size that is wanted. */
  #candidates(widthPx: number): WallLine[] {
    const heard = new Map<string, WatchingWall>();
    for (const wall of this.#walls.list()) if (wall.isHeard) heard.set(wall.wall, wall);
    const rankOf = (wall: WatchingWall) =>
      (wall.mode === "turning" ? 0 : 1e6) + Math.abs(wall.widthPx - widthPx);
    return this.#lines
      .all()
      .flatMap((line) => {
        const wall = line.wall === null ? undefined : heard.get(line.wall);
        return wall?.account === line.account ? [{ line, rank: rankOf(wall) }] : [];
      })
      .sort((a, b) => a.rank - b.rank)
      .map(({ line }) => line);
  }
}
