import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { isMapSettled } from "../map-progress.ts";
import { dayAfter, dayBefore, firstDayOfPlay, type PlaySpan } from "./play-steps.ts";

type PlaySetup = {
  /** The day looked at. */
  readonly day: number;
  readonly span: PlaySpan;
  readonly onDay: (day: number) => void;
};

export type TimePlay = {
  readonly isPlaying: boolean;
  toggle(): void;
  /** A week on or back; false where there is none. */
  readonly canStep: Readonly<Record<Direction, boolean>>;
  step(direction: Direction): void;
};
type Direction = "back" | "on";

/** A step takes at least this long, and until everything asked for has come. */
const STEP_MS = 1000;
const LOOK_MS = 100;

/** Walks the day looked at week by week to the end of the span and stops there. */
export function useTimePlay({ day, span, onDay }: PlaySetup): TimePlay {
  const client = useQueryClient();
  const [isPlaying, setIsPlaying] = useState(false);
  const latest = useRef({ day, span, onDay });
  latest.current = { day, span, onDay };

  useEffect(() => {
    if (!isPlaying) return;
    let since = performance.now();
    const timer = setInterval(() => {
      const isLoading = client.isFetching({ predicate: ({ queryKey }) => queryKey[0] !== "city" });
      if (performance.now() - since < STEP_MS || isLoading > 0 || !isMapSettled()) return;
      const { day, span, onDay } = latest.current;
      const next = dayAfter(day, span);
      if (next === null) setIsPlaying(false);
      else onDay(next);
      since = performance.now();
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [isPlaying, client]);

  const next = { back: dayBefore(day, span), on: dayAfter(day, span) };
  return {
    isPlaying,
    toggle() {
      if (!isPlaying) onDay(firstDayOfPlay(day, span));
      setIsPlaying(!isPlaying);
    },
    canStep: { back: next.back !== null, on: next.on !== null },
    step(direction) {
      setIsPlaying(false);
      const to = next[direction];
      if (to !== null) onDay(to);
    },
  };
}
