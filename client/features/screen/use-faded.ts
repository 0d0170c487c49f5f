import { useEffect, useState } from "react";

/** Half a fade: what is shown goes, then what is wanted comes. */
export const HALF_FADE_MS = 300;

/** What is shown lags behind what is wanted by half a fade, in which the old goes. */
export function useFaded<T>(
  wanted: T,
  keyOf: (value: T) => string,
): { shown: T; isGoing: boolean } {
  const [shown, setShown] = useState(wanted);
  const isGoing = keyOf(wanted) !== keyOf(shown);
  useEffect(() => {
    if (!isGoing) return;
    const timer = setTimeout(() => setShown(wanted), HALF_FADE_MS);
    return () => clearTimeout(timer);
  }, [wanted, isGoing]);
  return { shown: isGoing ? shown : wanted, isGoing };
}
