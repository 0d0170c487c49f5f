import { useEffect, useState } from "react";
import { useMyText } from "../../text/my-text.ts";
import { useMyCity } from "./my-city.ts";

/** Older than this, what is shown is said to be old. */
const LATE_MS = 3 * 60_000;
const TICK_MS = 15_000;

/** Of when the figures are; with their age in words where they are old or the phone has no connection. */
export function FreshLine({
  asOf,
  isPinned,
}: {
  readonly asOf: string;
  readonly isPinned: boolean;
}) {
  const text = useMyText();
  const { format } = useMyCity();
  const [now, setNow] = useState(Date.now);
  const [isOnline, setIsOnline] = useState(navigator.onLine);

  useEffect(() => {
    const look = () => {
      setNow(Date.now());
      setIsOnline(navigator.onLine);
    };
    const timer = setInterval(look, TICK_MS);
    window.addEventListener("online", look);
    window.addEventListener("offline", look);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", look);
      window.removeEventListener("offline", look);
    };
  }, []);

  const ageMs = Math.max(0, now - Date.parse(asOf));
  const at = format.minute(asOf);
  if (isOnline && (isPinned || ageMs < LATE_MS)) {
    return <p className="my-fresh">{text.my.asOf(at)}</p>;
  }
  const age = format.span(ageMs);
  return (
    <p className="my-fresh my-stale" role="status" data-testid="stale">
      {isOnline ? text.my.late(at, age) : text.my.stale(at, age)}
    </p>
  );
}
