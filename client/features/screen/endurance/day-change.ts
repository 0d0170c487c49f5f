/** Longest wait of a browser's timer that can be trusted; a machine that slept is looked at soon after. */
const MOST_MS = 60_000;

type DayChangeOptions = {
  /** Epoch ms, corrected by the server's clock. */
  readonly now: () => number;
  /** `YYYY-MM-DD` in the city's zone. */
  readonly dayOf: (t: number) => string;
  readonly changed: (day: string) => void;
};

/** Calls when the city's day is another one, forwards or back. Answers a function that stops it. */
export function watchDay({ now, dayOf, changed }: DayChangeOptions): () => void {
  let day = dayOf(now());
  const look = () => {
    const today = dayOf(now());
    if (today === day) return;
    day = today;
    changed(today);
  };
  const timer = setInterval(look, MOST_MS / 60);
  return () => clearInterval(timer);
}
