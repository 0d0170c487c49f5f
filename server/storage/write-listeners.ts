/** Who wants to hear of writes. */
export class WriteListeners {
  readonly #heard = new Set<() => void>();

  add(heard: () => void): () => void {
    this.#heard.add(heard);
    return () => void this.#heard.delete(heard);
  }

  tell(): void {
    for (const heard of this.#heard) heard();
  }
}
