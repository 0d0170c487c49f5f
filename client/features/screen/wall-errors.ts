export type WallError = { readonly id: number; readonly at: number; readonly message: string };

const KEPT = 8;
const MOST_CHARACTERS = 160;

let count = 0;
let kept: readonly WallError[] = [];

/** The newest first, a few of them. */
export function lastErrors(): readonly WallError[] {
  return kept;
}

/** All since the page was loaded. */
export function errorCount(): number {
  return count;
}

export function noteError(message: string): void {
  count++;
  kept = [{ id: count, at: Date.now(), message: message.slice(0, MOST_CHARACTERS) }, ...kept].slice(
    0,
    KEPT,
  );
}

/** Keeps what breaks anywhere on the page. Answers how to stop. */
export function watchErrors(): () => void {
  const onError = (event: ErrorEvent) => noteError(event.message);
  const onRejection = ({ reason }: PromiseRejectionEvent) =>
    noteError(reason instanceof Error ? reason.message : String(reason));
  addEventListener("error", onError);
  addEventListener("unhandledrejection", onRejection);
  return () => {
    removeEventListener("error", onError);
    removeEventListener("unhandledrejection", onRejection);
  };
}
