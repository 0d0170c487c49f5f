/** Takes a stream of chunks apart into pieces of wanted sizes. */
export class ByteReader {
  /** Bytes taken so far. */
  position = 0;
  readonly #chunks: AsyncGenerator<Buffer>;
  #waiting: Buffer[] = [];
  #waitingBytes = 0;

  constructor(chunks: AsyncGenerator<Buffer>) {
    this.#chunks = chunks;
  }

  /** The next bytes; fewer where the stream ends. */
  async take(byteLength: number): Promise<Buffer> {
    while (this.#waitingBytes < byteLength) {
      const { value, done } = await this.#chunks.next();
      if (done) break;
      this.#waiting.push(value);
      this.#waitingBytes += value.length;
    }
    const [first] = this.#waiting;
    const all = this.#waiting.length === 1 && first ? first : Buffer.concat(this.#waiting);
    const taken = all.subarray(0, byteLength);
    this.#waiting = [all.subarray(taken.length)];
    this.#waitingBytes = all.length - taken.length;
    this.position += taken.length;
    return taken;
  }

  async close(): Promise<void> {
    await this.#chunks.return(undefined);
  }
}
