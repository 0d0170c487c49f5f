const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

/** A single feature larger than this is refused rather than held in memory. */
export const FEATURE_BYTES_MAX = 64 * 1_048_576;

/**
 * Cuts a JSON text into its features without ever holding more than one: the members of `features`
 * of a FeatureCollection, the members of a bare list, or else whole top-level objects, one after
 * the other. Linear; fed in pieces of any size.
 */
export class FeatureScanner {
  /** How many brackets are open. */
  depth = 0;
  /** Whether a `features` list, a bare list or a top-level object has been seen. */
  hasList = false;
  #isInString = false;
  #isEscaped = false;
  /** Depth at which an opening brace begins a feature; −1 while none is expected. */
  #listDepth = 0;
  /** The latest string at depth 1 that is no value, and whether a colon has made it a key. */
  #latest = "";
  #isKey = false;
  /** Where the string at hand begins in the piece at hand, and what came of it before. */
  #stringStart = 0;
  #stringBefore = "";
  /** Begun features: earlier pieces of it, and where it begins in the piece at hand. */
  #carried: Buffer[] = [];
  #carriedBytes = 0;
  #start = -1;

  /**
   * Answers the features that end in this piece. Throws a RangeError for one beyond
   * FEATURE_BYTES_MAX.
   */
  push(piece: Buffer): Buffer[] {
    const features: Buffer[] = [];
    for (let i = 0; i < piece.length; i++) {
      const byte = piece[i] ?? 0;
      if (this.#isInString) {
        this.#inString(byte, piece, i);
        continue;
      }
      switch (byte) {
        case QUOTE:
          this.#isInString = true;
          this.#stringStart = i + 1;
          break;
        case OPEN_BRACE:
          this.#open(i);
          break;
        case CLOSE_BRACE: {
          const feature = this.#close(piece, i);
          if (feature) features.push(feature);
          break;
        }
        case OPEN_BRACKET:
          this.#openList();
          break;
        case CLOSE_BRACKET:
          if (this.depth === this.#listDepth && this.depth > 0) this.#listDepth = 0;
          this.depth = Math.max(0, this.depth - 1);
          break;
        case COLON:
          if (this.depth === 1) this.#isKey = true;
          break;
        case COMMA:
          if (this.depth === 1) this.#isKey = false;
          break;
      }
    }
    this.#carry(piece);
    return features;
  }

  /** The beginning of a feature that never ended; null when the text ended between features. */
  unfinished(): Buffer | null {
    return this.#carried.length === 0 ? null : Buffer.concat(this.#carried);
  }

  #inString(byte: number, piece: Buffer, i: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === BACKSLASH) this.#isEscaped = true;
    else if (byte === QUOTE) {
      this.#isInString = false;
      if (this.depth === 1 && !this.#isKey) {
        this.#latest = this.#stringBefore + piece.toString("latin1", this.#stringStart, i);
      }
      this.#stringBefore = "";
    }
  }

  #open(i: number): void {
    if (this.depth === this.#listDepth) this.#start = i;
    this.depth++;
    if (this.depth === 1) [this.#isKey, this.#latest] = [false, ""];
  }

  #openList(): void {
    const isFeatures = this.depth === 1 && this.#isKey && this.#latest === "features";
    const isBare = this.depth === 0;
    this.depth++;
    if (!isFeatures && !isBare) return;
    // The collection itself was taken for a feature until here.
    [this.#start, this.#carried, this.#carriedBytes] = [-1, [], 0];
    this.#listDepth = this.depth;
    this.hasList = true;
  }

  #close(piece: Buffer, i: number): Buffer | null {
    this.depth = Math.max(0, this.depth - 1);
    const isBegun = this.#start >= 0 || this.#carried.length > 0;
    if (this.depth !== this.#listDepth || !isBegun) return null;
    const last = piece.subarray(Math.max(0, this.#start), i + 1);
    const feature = this.#carried.length === 0 ? last : Buffer.concat([...this.#carried, last]);
    [this.#start, this.#carried, this.#carriedBytes] = [-1, [], 0];
    return feature;
  }

  #carry(piece: Buffer): void {
    if (this.#isInString && this.depth === 1 && !this.#isKey) {
      this.#stringBefore += piece.toString("latin1", this.#stringStart);
    }
    this.#stringStart = 0;
    if (this.#start < 0 && this.#carried.length === 0) return;
    this.#carried.push(piece.subarray(Math.max(0, this.#start)));
    this.#carriedBytes += piece.length - Math.max(0, this.#start);
    this.#start = -1;
    if (this.#carriedBytes > FEATURE_BYTES_MAX) throw new RangeError("feature too large");
  }
}
