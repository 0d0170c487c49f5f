const FIRST_ROOM = 65_536;

/** Positions of many nodes by id, 24 bytes each; filled first, asked afterwards. */
export class NodePositions {
  #ids = new Float64Array(FIRST_ROOM);
  #lngs = new Float64Array(FIRST_ROOM);
  #lats = new Float64Array(FIRST_ROOM);
  #isSorted = true;
  size = 0;

  add(id: number, lng: number, lat: number): void {
    if (this.size === this.#ids.length) this.#grow();
    if (this.size > 0 && id < (this.#ids[this.size - 1] ?? 0)) this.#isSorted = false;
    this.#ids[this.size] = id;
    this.#lngs[this.size] = lng;
    this.#lats[this.size] = lat;
    this.size++;
  }

  has(id: number): boolean {
    return this.#indexOf(id) >= 0;
  }

  find(id: number): [lng: number, lat: number] | null {
    const at = this.#indexOf(id);
    return at < 0 ? null : [this.#lngs[at] ?? 0, this.#lats[at] ?? 0];
  }

  #indexOf(id: number): number {
    if (!this.#isSorted) this.#sort();
    let [low, high] = [0, this.size];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ids[middle] ?? 0) < id) low = middle + 1;
      else high = middle;
    }
    return low < this.size && this.#ids[low] === id ? low : -1;
  }

  #grow(): void {
    const grown = (old: Float64Array) => {
      const room = new Float64Array(2 * old.length);
      room.set(old);
      return room;
    };
    [this.#ids, this.#lngs, this.#lats] = [grown(this.#ids), grown(this.#lngs), grown(this.#lats)];
  }

  #sort(): void {
    const ids = this.#ids;
    const order = Uint32Array.from({ length: this.size }, (_, i) => i);
    order.sort((a, b) => (ids[a] ?? 0) - (ids[b] ?? 0) || a - b);
    const sorted = (old: Float64Array) => Float64Array.from(order, (i) => old[i] ?? 0);
    [this.#lngs, this.#lats, this.#ids] = [sorted(this.#lngs), sorted(this.#lats), sorted(ids)];
    this.#isSorted = true;
  }
}
