import { useEffect, useRef } from "react";
import type { LiveClock } from "../../state/live-clock.ts";
import type { ScreenText } from "../../text/screen-text.ts";
import { ageOf } from "./stage-of.ts";
import { put } from "./wall-clock.tsx";

type DataAgeProps = {
  readonly clock: Pick<LiveClock, "freshness" | "heardAt">;
  readonly text: ScreenText["screen"];
};

/** How old what is shown is; only its text is written, once a second. */
export function DataAge({ clock, text }: DataAgeProps) {
  const age = useRef<HTMLElement>(null);
  const latest = useRef({ clock, text });
  latest.current = { clock, text };
  useEffect(() => {
    const write = () => {
      const { clock, text } = latest.current;
      if (clock.heardAt === 0) return put(age.current, text.waiting);
      const { n, unit } = ageOf(Date.now() - clock.heardAt);
      put(age.current, text.ago(n, unit));
    };
    write();
    const timer = setInterval(write, 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className={`wall-age is-${clock.freshness}`}>
      <i aria-hidden="true" />
      <span>{text.updated}</span>
      <strong ref={age} />
    </p>
  );
}
