import type { LocalPlane } from "../../spatial/local-plane.ts";
import type { AdRecord } from "../ad-record.ts";
import { mayBeSame, SAME_PLACE_M, type SameKind } from "./same-ad.ts";

export type SameAd = { readonly kind: SameKind; readonly ad: AdRecord; readonly distanceM: number };

/** Ads by id, by place and by picture, while more are taken in. */
export class AdRegister {
  readonly #plane: Pick<LocalPlane, "x" | "y">;
  readonly #ads = new Map<string, AdRecord>();
  readonly #cells = new Map<string, Set<string>>();
  readonly #photos = new Map<string, Set<string>>();

  constructor(plane: Pick<LocalPlane, "x" | "y">, ads: Iterable<AdRecord>) {
    this.#plane = plane;
    for (const ad of ads) this.put(ad);
  }

  get(id: string): AdRecord | undefined {
    return this.#ads.get(id);
  }

  /** New, or instead of the one of the same id. */
  put(ad: AdRecord): void {
    const before = this.#ads.get(ad.id);
    if (before) {
      this.#cells.get(this.#cellOf(before))?.delete(ad.id);
      this.#photos.get(before.photo ?? "")?.delete(ad.id);
    }
    this.#ads.set(ad.id, ad);
    add(this.#cells, this.#cellOf(ad), ad.id);
    if (ad.photo) add(this.#photos, ad.photo, ad.id);
  }

  /** What the ad may be the same as: by id, then near by, the nearest first, then by picture. */
  sameAs(ad: AdRecord): SameAd[] {
    const found: SameAd[] = [];
    const known = this.#ads.get(ad.id);
    if (known) found.push({ kind: "same-id", ad: known, distanceM: this.#apart(known, ad) });
    const taken = (id: string) => found.some((each) => each.ad.id === id);
    found.push(...this.#near(ad).filter((each) => !taken(each.ad.id)));
    for (const id of this.#photos.get(ad.photo ?? "") ?? []) {
      const other = this.#ads.get(id);
      if (!other || taken(id)) continue;
      found.push({ kind: "same-photo", ad: other, distanceM: this.#apart(other, ad) });
    }
    return found;
  }

  #near(ad: AdRecord): SameAd[] {
    const [east, north] = this.#cell(ad);
    const found: SameAd[] = [];
    for (let i = -1; i <= 1; i++) {
      for (let j = -1; j <= 1; j++) {
        for (const id of this.#cells.get(`${east + i},${north + j}`) ?? []) {
          const other = this.#ads.get(id);
          if (!other || !mayBeSame(other, ad)) continue;
          const distanceM = this.#apart(other, ad);
          if (distanceM <= SAME_PLACE_M) found.push({ kind: "same-place", ad: other, distanceM });
        }
      }
    }
    return found.sort((a, b) => a.distanceM - b.distanceM || (a.ad.id < b.ad.id ? -1 : 1));
  }

  #apart(a: AdRecord, b: AdRecord): number {
    const { x, y } = this.#plane;
    return Math.hypot(x(a.x) - x(b.x), y(a.y) - y(b.y));
  }

  #cell({ x, y }: AdRecord): readonly [number, number] {
    const { x: east, y: north } = this.#plane;
    return [Math.floor(east(x) / SAME_PLACE_M), Math.floor(north(y) / SAME_PLACE_M)];
  }

  #cellOf(ad: AdRecord): string {
    return this.#cell(ad).join(",");
  }
}

function add(sets: Map<string, Set<string>>, key: string, id: string): void {
  const set = sets.get(key);
  if (set) set.add(id);
  else sets.set(key, new Set([id]));
}
