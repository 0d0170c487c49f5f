/** Answers kept at most, and so are questions of walls that differ. */
const MOST = 64;

/**
 * Answers of one revision by their question. Walls ask the same every few seconds, and several at once: each is made once,
 * and all go when something was written.
 */
export class KeptReads {
  readonly #answers = new Map<string, Promise<unknown>>();
  #revision = Number.NaN;
  readonly #sights = new WeakMap<object, number>();
  #sightCount = 0;

  /** `question` says all that the answer follows from beside revision and sight; `make` may not ask the clock. */
  get<T>(
    { revision, sight }: { readonly revision: number; readonly sight: object | null },
    question: string,
    make: () => Promise<T>,
  ): Promise<T> {
    if (revision !== this.#revision) this.#answers.clear();
    this.#revision = revision;
    const key = `${this.#numberOf(sight)} ${question}`;
    const kept = this.#answers.get(key);
    if (kept) return kept as Promise<T>;
    const made = make();
    this.#answers.set(key, made);
    made.catch(() => this.#answers.delete(key));
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > MOST && oldest !== undefined) this.#answers.delete(oldest);
    return made;
  }

  /** 0 for the whole city. Sights that are the same object see the same. */
  #numberOf(sight: object | null): number {
    if (sight === null) return 0;
    const known = this.#sights.get(sight);
    if (known !== undefined) return known;
    this.#sights.set(sight, ++this.#sightCount);
    return this.#sightCount;
  }
}
