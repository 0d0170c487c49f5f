import type { ScreenEvent, ScreenEventName } from "../../domain/contract/screen.ts";

/** A line of somebody who shows the city on a wall. */
export type WallLine = {
  /** As the wall calls itself; null: a line of a wall's account that did not say. */
  readonly wall: string | null;
  readonly account: string;
  send(words: Uint8Array): void;
};

const encoder = new TextEncoder();

/** Without an id: a line that resumes by one is not told again. */
export function screenWords<N extends ScreenEventName>(event: N, data: ScreenEvent<N>): Uint8Array {
  return encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** Lines of walls that are open now, and what they are told. */
export class WallLines {
  readonly #lines = new Set<WallLine>();

  get size(): number {
    return this.#lines.size;
  }

  all(): WallLine[] {
    return [...this.#lines];
  }

  /** Answers a function that takes it out. */
  add(line: WallLine): () => void {
    this.#lines.add(line);
    return () => void this.#lines.delete(line);
  }

  tell<N extends ScreenEventName>(
    event: N,
    data: ScreenEvent<N>,
    isConcerned: (line: WallLine) => boolean = () => true,
  ): void {
    if (this.#lines.size === 0) return;
    const words = screenWords(event, data);
    for (const line of this.#lines) if (isConcerned(line)) line.send(words);
  }
}
