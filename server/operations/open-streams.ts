/** One answer that goes on: what is sent waits until the reader takes it. */
export type StreamLine = {
  /** Pieces that wait. */
  readonly waiting: number;
  send(piece: Uint8Array): void;
  /** Drops what waits for this. */
  restart(piece: Uint8Array): void;
  end(): void;
};

/** Answers that go on until somebody ends them; a server that stops does. */
export class OpenStreams {
  readonly #ends = new Set<() => void>();
  #isEnded = false;

  /** `begin` is given the line and answers what is to be done when it ends. */
  open(begin: (line: StreamLine) => () => void): ReadableStream<Uint8Array> {
    let waiting: Uint8Array[] = [];
    let done: () => void = () => undefined;
    let end: () => void = () => undefined;
    const hand = (controller: ReadableStreamDefaultController<Uint8Array>) => {
      while (waiting.length > 0 && (controller.desiredSize ?? 0) > 0) {
        const [piece] = waiting.splice(0, 1);
        if (piece) controller.enqueue(piece);
      }
    };
    return new ReadableStream<Uint8Array>({
      start: (controller) => {
        done = begin({
          get waiting() {
            return waiting.length;
          },
          send(piece) {
            waiting.push(piece);
            hand(controller);
          },
          restart(piece) {
            waiting = [piece];
            hand(controller);
          },
          end: () => end(),
        });
        end = () => {
          if (!this.#ends.delete(end)) return;
          done();
          controller.close();
        };
        this.#ends.add(end);
        if (this.#isEnded) end();
      },
      pull: hand,
      cancel: () => {
        if (this.#ends.delete(end)) done();
      },
    });
  }

  endAll(): void {
    this.#isEnded = true;
    for (const end of this.#ends) end();
  }
}
