import { withRoom } from "../../domain/columns/growable.ts";
import type { EpisodeList } from "../../domain/recurrence/episode-list.ts";
import type { EpisodeColumns } from "../../domain/recurrence/place-measures.ts";
import { SECOND_MS } from "../../domain/time.ts";

/** What a filter asks of a place, beside its episodes. */
export type PlaceRow = {
  readonly place: number;
  readonly category: number;
  readonly lngE7: number;
  readonly latE7: number;
  readonly territory: number;
  /** Its spot in the table of hexagons. */
  readonly hex: number;
  /** Its last report, closing or reopening; from then on the next two fields tell how it stands. */
  readonly settledAt: number;
  /** 1 where one of its reports is open. */
  readonly isOpen: 0 | 1;
  /** The first time limit among its open reports, Infinity without one. */
  readonly overdueFrom: number;
  /** 1 where a report stood open for so long that its end was assumed, whatever came of it later. */
  readonly hasStale: 0 | 1;
};

/**
 * The places with at least one recurrence, in rank order, and their episodes end to end in a pool. At build, ranks follow
 * the space-filling curve; places that begin to recur later come at the end. A place whose episodes outgrow their stretch
 * of the pool moves to its end; `wasted` counts what is left behind.
 */
export class RecurringPlaces implements EpisodeColumns {
  count = 0;
  place = new Uint32Array(256);
  category = new Uint16Array(256);
  lngE7 = new Int32Array(256);
  latE7 = new Int32Array(256);
  territory = new Uint32Array(256);
  hex = new Uint32Array(256);
  settledAt = new Float64Array(256);
  isOpen = new Uint8Array(256);
  overdueFrom = new Float64Array(256);
  hasStale = new Uint8Array(256);
  episodeStart = new Uint32Array(256);
  episodeCount = new Uint32Array(256);

  poolCount = 0;
  start = new Float64Array(1024);
  end = new Float64Array(1024);
  /** Weights of the decay scale, see EpisodeColumns. */
  weight = new Float64Array(1024);
  quietWeight = new Float64Array(1024);
  /** From its start until its last report or reopening came, seconds rounded up. */
  growingS = new Uint32Array(1024);
  sourceMask = new Uint16Array(1024);
  flags = new Uint8Array(1024);
  wasted = 0;

  /** Answers the rank of the new place. */
  append(row: PlaceRow, episodes: EpisodeList): number {
    const rank = this.count++;
    if (rank >= this.place.length) this.#growPlaces();
    this.episodeStart[rank] = this.poolCount;
    this.episodeCount[rank] = 0;
    this.replace(rank, row, episodes);
    return rank;
  }

  replace(rank: number, row: PlaceRow, episodes: EpisodeList): void {
    this.place[rank] = row.place;
    this.category[rank] = row.category;
    this.lngE7[rank] = row.lngE7;
    this.latE7[rank] = row.latE7;
    this.territory[rank] = row.territory;
    this.hex[rank] = row.hex;
    this.settledAt[rank] = row.settledAt;
    this.isOpen[rank] = row.isOpen;
    this.overdueFrom[rank] = row.overdueFrom;
    this.hasStale[rank] = row.hasStale;
    let at = this.episodeStart[rank]!;
    if (episodes.count > this.episodeCount[rank]!) {
      this.wasted += this.episodeCount[rank]!;
      at = this.poolCount;
      this.poolCount += episodes.count;
      if (this.poolCount > this.start.length) this.#growPool();
      this.episodeStart[rank] = at;
    } else {
      this.wasted += this.episodeCount[rank]! - episodes.count;
    }
    this.episodeCount[rank] = episodes.count;
    for (let i = 0; i < episodes.count; i++, at++) {
      this.start[at] = episodes.start[i]!;
      this.end[at] = episodes.end[i]!;
      this.weight[at] = episodes.weight[i]!;
      this.quietWeight[at] = episodes.quietWeight[i]!;
      this.growingS[at] = Math.ceil((episodes.lastStart[i]! - episodes.start[i]!) / SECOND_MS);
      this.sourceMask[at] = episodes.sourceMask[i]!;
      this.flags[at] = episodes.flags[i]!;
    }
  }

  /** Number in the pool of the last episode that began by T; below the place's first one where none did. */
  lastBegun(rank: number, t: number): number {
    const begin = this.episodeStart[rank]!;
    let last = begin + this.episodeCount[rank]! - 1;
    while (last >= begin && this.start[last]! > t) last--;
    return last;
  }

  /** Whether an episode that began by T was to get further reports or reopenings after T. */
  isGrowing(episode: number, t: number): boolean {
    return t < this.start[episode]! + this.growingS[episode]! * SECOND_MS;
  }

  get byteLength(): number {
    return (
      this.count * (4 + 2 + 4 + 4 + 4 + 4 + 8 + 1 + 8 + 1 + 4 + 4) +
      this.poolCount * (8 + 8 + 8 + 8 + 4 + 2 + 1)
    );
  }

  #growPlaces(): void {
    const needed = this.count;
    this.place = withRoom(this.place, needed);
    this.category = withRoom(this.category, needed);
    this.lngE7 = withRoom(this.lngE7, needed);
    this.latE7 = withRoom(this.latE7, needed);
    this.territory = withRoom(this.territory, needed);
    this.hex = withRoom(this.hex, needed);
    this.settledAt = withRoom(this.settledAt, needed);
    this.isOpen = withRoom(this.isOpen, needed);
    this.overdueFrom = withRoom(this.overdueFrom, needed);
    this.hasStale = withRoom(this.hasStale, needed);
    this.episodeStart = withRoom(this.episodeStart, needed);
    this.episodeCount = withRoom(this.episodeCount, needed);
  }

  #growPool(): void {
    const needed = this.poolCount;
    this.start = withRoom(this.start, needed);
    this.end = withRoom(this.end, needed);
    this.weight = withRoom(this.weight, needed);
    this.quietWeight = withRoom(this.quietWeight, needed);
    this.growingS = withRoom(this.growingS, needed);
    this.sourceMask = withRoom(this.sourceMask, needed);
    this.flags = withRoom(this.flags, needed);
  }
}
