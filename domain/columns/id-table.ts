import { withRoom } from "./growable.ts";

const BLOCK = 16;
const EMPTY = 0xffffffff;
const MOST_BYTES = 500;

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
  #slots: Uint32Array<ArrayBuffer>;
  #previous = new Uint8Array(512);
  #previousLength = 0;

  /** @param capacity How many ids to be ready for. */
  constructor(capacity = 64) {
    const slots = 2 ** Math.max(6, Math.ceil(Math.log2(2 * capacity)));
    this.#slots = new Uint32Array(slots).fill(EMPTY);
  }

  /** Answers the number of the new id, or -1 if the table has it already. Throws a RangeError over 500 bytes. */
  add(id: string): number {
    const length = encode(id);
    if (length > MOST_BYTES) throw new RangeError(`Id longer than 500 bytes: ${id.slice(0, 60)}…`);
    if (2 * (this.size + 1) > this.#slots.length) this.#growSlots();
    const slot = this.#slotOf(length);
    if (this.#slots[slot] !== EMPTY) return -1;
    const number = this.size++;
    this.#slots[slot] = number;
    this.#append(number, length);
    return number;
  }

  /** Undefined for an id that is not in the table. One hash, on average two comparisons. */
  numberOf(id: string): number | undefined {
    const length = encode(id);
    if (length > MOST_BYTES) return undefined;
    const number = this.#slots[this.#slotOf(length)]!;
    return number === EMPTY ? undefined : number;
  }

  /** Throws a RangeError for a number that was not given out. */
  idOf(number: number): string {
    return decoder.decode(this.#read(number));
  }

  get byteLength(): number {
    return this.#length + 4 * Math.ceil(this.size / BLOCK) + this.#slots.byteLength;
  }

  /** Appends the encoded id. */
  #append(number: number, length: number): void {
    const isHead = number % BLOCK === 0;
    if (isHead) {
      this.#blockStart = withRoom(this.#blockStart, number / BLOCK + 1);
      this.#blockStart[number / BLOCK] = this.#length;
    }
    const previous = this.#previous;
    const limit = isHead ? 0 : Math.min(length, this.#previousLength);
    let shared = 0;
    while (shared < limit && previous[shared] === encoded[shared]) shared++;
    this.#bytes = withRoom(this.#bytes, this.#length + length + 4);
    this.#length = writeVarint(this.#bytes, this.#length, shared);
    this.#length = writeVarint(this.#bytes, this.#length, length - shared);
    for (let i = shared; i < length; i++) this.#bytes[this.#length++] = encoded[i]!;
    for (let i = shared; i < length; i++) previous[i] = encoded[i]!;
    this.#previousLength = length;
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

  /** The slot that holds the encoded id, or the empty one where it would go. */
  #slotOf(length: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hashOf(encoded, length) & mask; ; slot = (slot + 1) & mask) {
      const number = this.#slots[slot]!;
      if (number === EMPTY || isEncoded(this.#read(number), length)) return slot;
    }
  }

  #growSlots(): void {
    const grown = new Uint32Array(this.#slots.length * 2).fill(EMPTY);
    const mask = grown.length - 1;
    for (const number of this.#slots) {
      if (number === EMPTY) continue;
      const bytes = this.#read(number);
      let slot = hashOf(bytes, bytes.length) & mask;
      while (grown[slot] !== EMPTY) slot = (slot + 1) & mask;
      grown[slot] = number;
    }
    this.#slots = grown;
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const scratch = new Uint8Array(1024);
/** The id at hand; one byte more than the longest tells that an id is too long. */
const encoded = new Uint8Array(MOST_BYTES + 4);

/** Writes an id's UTF-8 bytes to `encoded` and answers how many; ids are nearly always ASCII. */
function encode(id: string): number {
  const length = id.length;
  if (length > MOST_BYTES) return MOST_BYTES + 1;
  for (let i = 0; i < length; i++) {
    const code = id.charCodeAt(i);
    if (code > 127) return encodeAny(id);
    encoded[i] = code;
  }
  return length;
}

function encodeAny(id: string): number {
  const { read, written } = encoder.encodeInto(id, encoded);
  return read < id.length ? MOST_BYTES + 1 : written;
}

/** FNV-1a with a final mix, 32 bits. */
function hashOf(bytes: Uint8Array, length: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < length; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function isEncoded(bytes: Uint8Array, length: number): boolean {
  if (bytes.length !== length) return false;
  for (let i = 0; i < length; i++) if (bytes[i] !== encoded[i]) return false;
  return true;
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
