import { useSyncExternalStore } from "react";
import { useText } from "../../../text/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import type { TimePlay } from "./use-time-play.ts";
import "./time.css";

type PlayControlsProps = {
  readonly play: TimePlay;
  /** The date looked at, for those who hear the page. */
  readonly date: string;
};

/** Plays the weeks, or steps through them; who asked for less motion gets the steps alone. */
export function PlayControls({ play, date }: PlayControlsProps) {
  const text = useText();
  const isCalm = useSyncExternalStore(listenToMotion, prefersLessMotion);
  const { isPlaying, canStep } = play;
  const button = (label: string, icon: "back" | "on" | "play" | "pause", act: () => void) => (
    <button
      type="button"
      className={icon}
      title={label}
      aria-label={label}
      disabled={(icon === "back" || icon === "on") && !canStep[icon]}
      onClick={act}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <div className="play-controls">
      {button(text.play.back, "back", () => play.step("back"))}
      {!isCalm &&
        button(
          isPlaying ? text.play.pause : text.play.play,
          isPlaying ? "pause" : "play",
          play.toggle,
        )}
      {button(text.play.on, "on", () => play.step("on"))}
      <output className="hidden-words" data-testid="play-week">
        {text.play.week(date)}
      </output>
    </div>
  );
}

const LESS_MOTION = "(prefers-reduced-motion: reduce)";

function prefersLessMotion(): boolean {
  return matchMedia(LESS_MOTION).matches;
}

function listenToMotion(changed: () => void): () => void {
  const query = matchMedia(LESS_MOTION);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}
