const KEPT = 30;
const TEXT_LENGTH = 300;

export type LoggedError = { readonly at: number; readonly text: string; readonly times: number };

/** The last errors of a page that runs for weeks; one that repeats is counted, not kept again. */
export class ErrorLog {
  #errors: readonly LoggedError[] = [];
  count = 0;

  add(text: string, at: number): void {
    this.count++;
    const short = text.slice(0, TEXT_LENGTH);
    const before = this.#errors.find((error) => error.text === short);
    const others = this.#errors.filter((error) => error !== before);
    const times = (before?.times ?? 0) + 1;
    this.#errors = [{ at, text: short, times }, ...others].slice(0, KEPT);
  }

  /** The newest first. */
  get errors(): readonly LoggedError[] {
    return this.#errors;
  }
}

/** Hears what nobody caught. Answers a function that stops it. */
export function listenErrors(log: ErrorLog, target: Window): () => void {
  const failed = ({ message, filename, lineno }: ErrorEvent) =>
    log.add(`${message} ${filename.split("/").at(-1) ?? ""}:${lineno}`, Date.now());
  const rejected = ({ reason }: PromiseRejectionEvent) => log.add(String(reason), Date.now());
  target.addEventListener("error", failed);
  target.addEventListener("unhandledrejection", rejected);
  return () => {
    target.removeEventListener("error", failed);
    target.removeEventListener("unhandledrejection", rejected);
  };
}
