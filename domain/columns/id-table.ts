import { withRoom } from "./growable.ts";

const BLOCK = 16;
const EMPTY = 0xffffffff;

/**
 * Ids ↔ the numbers 0, 1, 2 … in order of arrival, without a Map of strings. The UTF-8 bytes are front-coded in blocks of
 * 16: an id after a block's first stores how many bytes it shares with the one before it. Ids given out by day and
 * counter share most of theirs, so an id costs some 4 bytes, plus 5–10 in a hash table of numbers. Append only.
 *
 * A record is: varint of shared bytes, varint of own bytes, the own bytes. A block begins with shared = 0.
 */
export class IdTable {
  size = 0;
  #bytes = new Uint8Array(256);
  #length = 0;
  #blockStart = new Uint32Array(16);
  #slots = new Uint32Array(64).fill(EMPTY);
  #previous = new Uint8Array(0);

  /** Answers the number of the new id, or -1 if the table has it already. Throws a RangeError over 500 bytes. */
  add(id: string): number {
    const own = encoder.encode(id);
    if (own.length > 500) throw new RangeError(`Id longer than 500 bytes: ${id.slice(0, 60)}…`);
    if (2 * (this.size + 1) > this.#slots.length) this.#growSlots();
    const slot = this.#slotOf(own);
    if (this.#slots[slot] !== EMPTY) return -1;
    const number = this.size++;
    this.#slots[slot] = number;
    this.#append(number, own);
    return number;
  }

  /** Undefined for an id that is not in the table. One hash, on average two comparisons. */
  numberOf(id: string): number | undefined {
    const number = this.#slots[this.#slotOf(encoder.encode(id))]!;
    return number === EMPTY ? undefined : number;
  }

  /** Throws a RangeError for a number that was not given out. */
  idOf(number: number): string {
    return decoder.decode(this.#read(number));
  }

  get byteLength(): number {
    return this.#length + 4 * Math.ceil(this.size / BLOCK) + this.#slots.byteLength;
  }

  #append(number: number, own: Uint8Array<ArrayBuffer>): void {
    const isHead = number % BLOCK === 0;
    if (isHead) {
      this.#blockStart = withRoom(this.#blockStart, number / BLOCK + 1);
      this.#blockStart[number / BLOCK] = this.#length;
    }
    const shared = isHead ? 0 : sharedBytes(this.#previous, own);
    this.#bytes = withRoom(this.#bytes, this.#length + own.length + 4);
    this.#length = writeVarint(this.#bytes, this.#length, shared);
    this.#length = writeVarint(this.#bytes, this.#length, own.length - shared);
    this.#bytes.set(own.subarray(shared), this.#length);
    this.#length += own.length - shared;
    this.#previous = own;
  }

  /** The bytes of an id, valid until the next read. */
  #read(number: number): Uint8Array {
    if (!(number >= 0 && number < this.size)) throw new RangeError(`No such id number: ${number}`);
    const bytes = this.#bytes;
    let at = this.#blockStart[Math.floor(number / BLOCK)]!;
    for (let remaining = number % BLOCK; ; remaining--) {
      let shared = bytes[at++]!;
      if (shared > 127) shared = (shared & 127) | (bytes[at++]! << 7);
      let own = bytes[at++]!;
      if (own > 127) own = (own & 127) | (bytes[at++]! << 7);
      for (let i = 0; i < own; i++) scratch[shared + i] = bytes[at + i]!;
      at += own;
      if (remaining === 0) return scratch.subarray(0, shared + own);
    }
  }

  /** The slot that holds the id, or the empty one where it would go. */
  #slotOf(own: Uint8Array): number {
    const mask = this.#slots.length - 1;
    for (let slot = hashOf(own) & mask; ; slot = (slot + 1) & mask) {
      const number = this.#slots[slot]!;
      if (number === EMPTY || isEqual(this.#read(number), own)) return slot;
    }
  }

  #growSlots(): void {
    const grown = new Uint32Array(this.#slots.length * 2).fill(EMPTY);
    const mask = grown.length - 1;
    for (const number of this.#slots) {
      if (number === EMPTY) continue;
      let slot = hashOf(this.#read(number)) & mask;
      while (grown[slot] !== EMPTY) slot = (slot + 1) & mask;
      grown[slot] = number;
    }
    this.#slots = grown;
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const scratch = new Uint8Array(1024);

/** FNV-1a with a final mix, 32 bits. */
function hashOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function sharedBytes(a: Uint8Array, b: Uint8Array): number {
  const limit = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < limit && a[shared] === b[shared]) shared++;
  return shared;
}

function writeVarint(bytes: Uint8Array, at: number, value: number): number {
  if (value < 128) {
    bytes[at] = value;
    return at + 1;
  }
  bytes[at] = (value & 127) | 128;
  bytes[at + 1] = value >>> 7;
  return at + 2;
}
