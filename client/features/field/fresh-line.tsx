import { useEffect, useState } from "react";
import { useOnline } from "../../state/use-online.ts";
import { useMyText } from "../../text/my-text.ts";
import { useFieldCity } from "./field-city.ts";

/** Older than this, what is shown is said to be old. */
const LATE_MS = 3 * 60_000;
const TICK_MS = 15_000;

/** As of when the server said what is shown; with its age where it is old or the phone has no connection. */
export function FreshLine({ asOf }: { readonly asOf: string }) {
  const { my: text } = useMyText();
  const { format } = useFieldCity();
  const isOnline = useOnline();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const ageMs = Math.max(0, now - Date.parse(asOf));
  const at = format.minute(asOf);
  if (isOnline && ageMs < LATE_MS) return <p className="field-fresh">{text.asOf(at)}</p>;
  const age = format.span(ageMs);
  return (
    <p className="field-note is-stale" role="status" data-testid="stale">
      {isOnline ? text.late(at, age) : text.stale(at, age)}
    </p>
  );
}
