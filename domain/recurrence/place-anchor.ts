import { withRoom } from "../columns/growable.ts";

/** No place: the report has no position, or the location gate holds it back. */
export const NO_PLACE = -1;

/** Side of a grid cell: twice 1.5 R, and a little for rounding. */
const CELL_RADII = 3.0001;

/** A place as it is stored. Metres in the city's plane. */
export type PlaceState = {
  readonly category: number;
  readonly assetId: string | null;
  readonly firstX: number;
  readonly firstY: number;
  readonly anchorX: number;
  readonly anchorY: number;
  /** Reports that took part in the mean. */
  readonly reports: number;
};

/** The state of one place after one more report. */
export type PlaceChange = PlaceState & { readonly place: number; readonly isNew: boolean };

/**
 * Places of recurrence, RECURRENCE §1: one per (category, asset), else per category the running mean of reports that
 * came within R of it, kept within R/2 of its first report. Ids are dense, in order of creation. Positions are metres in
 * the city's plane. State is what was accepted so far: an anchor never moves back when a report is withdrawn.
 *
 * A place is found through a hash grid over *first* positions, which never move: an anchor within R of a report has its
 * first position within 1.5 R, so of cells twice as wide the four nearest to the report hold every candidate.
 */
export class PlaceAnchors {
  count = 0;
  category = new Uint16Array(64);
  firstX = new Float64Array(64);
  firstY = new Float64Array(64);
  anchorX = new Float64Array(64);
  anchorY = new Float64Array(64);
  /** Reports that took part in the mean. */
  reports = new Uint32Array(64);
  /** 1 where the place is an asset's; such a place keeps its first position. */
  isAsset = new Uint8Array(64);

  readonly #radiusM: (category: number) => number;
  readonly #assetPlaces = new Map<string, number>();
  #buckets = new Int32Array(1024).fill(NO_PLACE);
  #nextInBucket = new Int32Array(64);

  /** @param radiusM R_k of a category ordinal, metres. */
  constructor(radiusM: (category: number) => number) {
    this.#radiusM = radiusM;
  }

  /** Takes one report in and answers its place; amortised O(1) plus the places within 1.5 R. */
  accept(category: number, assetId: string | null, x: number, y: number): number {
    return this.apply(this.propose(category, assetId, x, y));
  }

  /** What accepting a report would do, without doing it, so that it can be stored first. */
  propose(category: number, assetId: string | null, x: number, y: number): PlaceChange {
    const place =
      assetId === null
        ? this.#nearest(category, x, y)
        : (this.#assetPlaces.get(assetKey(category, assetId)) ?? NO_PLACE);
    if (place === NO_PLACE) {
      const first = { firstX: x, firstY: y, anchorX: x, anchorY: y, reports: 1 };
      return { place: this.count, isNew: true, category, assetId, ...first };
    }
    const reports = this.reports[place]! + 1;
    const [firstX, firstY] = [this.firstX[place]!, this.firstY[place]!];
    const [anchorX, anchorY] =
      assetId === null ? this.#movedAnchor(place, x, y, reports) : [firstX, firstY];
    return { place, isNew: false, category, assetId, firstX, firstY, anchorX, anchorY, reports };
  }

  /** Does what `propose` said. Throws a RangeError when another place was made in between. */
  apply(change: PlaceChange): number {
    const { place } = change;
    if (!change.isNew) {
      this.anchorX[place] = change.anchorX;
      this.anchorY[place] = change.anchorY;
      this.reports[place] = change.reports;
      return place;
    }
    if (place !== this.count)
      throw new RangeError(`Place ${place} proposed, ${this.count} is next`);
    return this.restore(change);
  }

  /** Puts back one stored place; in id order. */
  restore(stored: PlaceState): number {
    const place = this.#create(stored);
    if (stored.assetId === null) this.#link(place);
    else this.#assetPlaces.set(assetKey(stored.category, stored.assetId), place);
    return place;
  }

  radiusOf(place: number): number {
    return this.#radiusM(this.category[place]!);
  }

  /** Sum of typed-array bytes in use. */
  get byteLength(): number {
    return this.count * (2 + 8 * 4 + 4 + 1 + 4) + this.#buckets.byteLength;
  }

  #nearest(category: number, x: number, y: number): number {
    const radius = this.#radiusM(category);
    const side = CELL_RADII * radius;
    const west = Math.round(x / side) - 1;
    const south = Math.round(y / side) - 1;
    let best = NO_PLACE;
    let bestSquared = radius * radius;
    for (let dy = 0; dy <= 1; dy++) {
      for (let dx = 0; dx <= 1; dx++) {
        let place = this.#buckets[this.#bucketOf(category, west + dx, south + dy)]!;
        for (; place !== NO_PLACE; place = this.#nextInBucket[place]!) {
          if (this.category[place] !== category) continue;
          const ex = this.anchorX[place]! - x;
          const ey = this.anchorY[place]! - y;
          const squared = ex * ex + ey * ey;
          if (
            squared < bestSquared ||
            (squared === bestSquared && best !== NO_PLACE && place < best)
          ) {
            best = place;
            bestSquared = squared;
          }
        }
      }
    }
    return best;
  }

  /** a ← a + (p − a)/n from the already clipped anchor, then clipped to R/2 from the first report. */
  #movedAnchor(place: number, x: number, y: number, n: number): readonly [number, number] {
    const ax = this.anchorX[place]! + (x - this.anchorX[place]!) / n;
    const ay = this.anchorY[place]! + (y - this.anchorY[place]!) / n;
    const dx = ax - this.firstX[place]!;
    const dy = ay - this.firstY[place]!;
    const limit = this.#radiusM(this.category[place]!) / 2;
    const distance = Math.sqrt(dx * dx + dy * dy);
    if (distance <= limit) return [ax, ay];
    return [
      this.firstX[place]! + (dx * limit) / distance,
      this.firstY[place]! + (dy * limit) / distance,
    ];
  }

  #create(state: PlaceState): number {
    const place = this.count++;
    this.category = withRoom(this.category, this.count);
    this.firstX = withRoom(this.firstX, this.count);
    this.firstY = withRoom(this.firstY, this.count);
    this.anchorX = withRoom(this.anchorX, this.count);
    this.anchorY = withRoom(this.anchorY, this.count);
    this.reports = withRoom(this.reports, this.count);
    this.isAsset = withRoom(this.isAsset, this.count);
    this.#nextInBucket = withRoom(this.#nextInBucket, this.count);
    this.category[place] = state.category;
    this.firstX[place] = state.firstX;
    this.firstY[place] = state.firstY;
    this.anchorX[place] = state.anchorX;
    this.anchorY[place] = state.anchorY;
    this.reports[place] = state.reports;
    this.isAsset[place] = state.assetId === null ? 0 : 1;
    this.#nextInBucket[place] = NO_PLACE;
    return place;
  }

  #link(place: number): void {
    if (this.count > this.#buckets.length) {
      this.#buckets = new Int32Array(this.#buckets.length * 2).fill(NO_PLACE);
      for (let other = 0; other < place; other++)
        if (!this.isAsset[other]) this.#pushToBucket(other);
    }
    this.#pushToBucket(place);
  }

  #pushToBucket(place: number): void {
    const category = this.category[place]!;
    const side = CELL_RADII * this.#radiusM(category);
    const bucket = this.#bucketOf(
      category,
      Math.floor(this.firstX[place]! / side),
      Math.floor(this.firstY[place]! / side),
    );
    this.#nextInBucket[place] = this.#buckets[bucket]!;
    this.#buckets[bucket] = place;
  }

  #bucketOf(category: number, cellX: number, cellY: number): number {
    let hash =
      Math.imul(cellX, 0x9e3779b1) ^ Math.imul(cellY, 0x85ebca77) ^ Math.imul(category, 0xc2b2ae3d);
    hash ^= hash >>> 15;
    return (Math.imul(hash, 0x27d4eb2f) >>> 7) & (this.#buckets.length - 1);
  }
}

function assetKey(category: number, assetId: string): string {
  return `${category} ${assetId}`;
}
