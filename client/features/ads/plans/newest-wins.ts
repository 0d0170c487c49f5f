export type Outcome<T> = { readonly value: T } | { readonly error: Error };

/**
 * Asks one at a time, no faster than every `pauseMs`; of what is wanted meanwhile only the newest is asked. Answers that
 * come after `forget` are dropped.
 */
export function newestWins<A, T>(
  ask: (wanted: A) => Promise<T>,
  onAnswer: (wanted: A, outcome: Outcome<T>) => void,
  pauseMs = 0,
): { want(wanted: A): void; forget(): void } {
  let next: { readonly wanted: A } | null = null;
  let isBusy = false;
  let turn = 0;

  async function run(): Promise<void> {
    isBusy = true;
    while (next) {
      const { wanted } = next;
      next = null;
      const own = turn;
      const outcome = await ask(wanted).then(
        (value) => ({ value }),
        (error: unknown) => ({ error: error instanceof Error ? error : new Error(String(error)) }),
      );
      if (own === turn) onAnswer(wanted, outcome);
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    isBusy = false;
  }

  return {
    want(wanted) {
      next = { wanted };
      if (!isBusy) void run();
    },
    forget() {
      next = null;
      turn += 1;
    },
  };
}
