/** A tile's place in the pyramid. */
export type TilePlace = { readonly z: number; readonly x: number; readonly y: number };

type Failed = {
  readonly place: TilePlace;
  /** It was asked for again and has not answered yet. */
  readonly isAsked: boolean;
};

/** Which tiles of a map did not come, by source. */
export class FailedTiles {
  readonly #failed = new Map<string, Map<string, Failed>>();
  readonly #come = new Set<string>();

  fail(source: string, place: TilePlace): void {
    this.#of(source).set(keyOf(place), { place, isAsked: false });
  }

  come(source: string, place: TilePlace): void {
    this.#come.add(source);
    this.#failed.get(source)?.delete(keyOf(place));
  }

  /** The source is no longer on the map. */
  forget(source: string): void {
    this.#failed.delete(source);
    this.#come.delete(source);
  }

  forgetAll(): void {
    this.#failed.clear();
    this.#come.clear();
  }

  /** Sources that lack a tile. */
  get sources(): readonly string[] {
    return [...this.#failed].filter(([, tiles]) => tiles.size > 0).map(([source]) => source);
  }

  /** Whether all that was asked of a source failed: there is nothing of it to see. */
  isMissing(source: string): boolean {
    return !this.#come.has(source) && (this.#failed.get(source)?.size ?? 0) > 0;
  }

  /** What a source lacks, to be asked for again; it counts as failed until it comes. */
  ask(source: string): readonly TilePlace[] {
    const tiles = this.#of(source);
    for (const [key, tile] of tiles) tiles.set(key, { ...tile, isAsked: true });
    return [...tiles.values()].map(({ place }) => place);
  }

  /** All that are in view have answered: the others are not looked at any more. */
  dropUnanswered(): void {
    for (const tiles of this.#failed.values()) {
      for (const [key, { isAsked }] of tiles) if (isAsked) tiles.delete(key);
    }
  }

  #of(source: string): Map<string, Failed> {
    const tiles = this.#failed.get(source) ?? new Map<string, Failed>();
    this.#failed.set(source, tiles);
    return tiles;
  }
}

function keyOf({ z, x, y }: TilePlace): string {
  return `${z}/${x}/${y}`;
}
