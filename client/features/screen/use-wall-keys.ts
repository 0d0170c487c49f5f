import { useEffect, useRef } from "react";

export type WallKeys = {
  readonly onNext: () => void;
  readonly onPrevious: () => void;
  readonly onPause: () => void;
  readonly onDiag: () => void;
  readonly onWhy: () => void;
  readonly onClose: () => void;
};

const names: Readonly<Record<string, keyof WallKeys>> = {
  ArrowRight: "onNext",
  PageDown: "onNext",
  ArrowLeft: "onPrevious",
  PageUp: "onPrevious",
  " ": "onPause",
  d: "onDiag",
  D: "onDiag",
  "?": "onWhy",
  Escape: "onClose",
};

/** The wall's keys, as a presenter's remote sends them too. What is typed into a field is not meant. */
export function useWallKeys(keys: WallKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const name = names[event.key];
      const isTyping = event.target instanceof HTMLInputElement;
      const isOnButton = event.key === " " && event.target instanceof HTMLButtonElement;
      if (!name || isTyping || isOnButton || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      latest.current[name]();
    };
    // Before the map, which would pan.
    addEventListener("keydown", press, true);
    return () => removeEventListener("keydown", press, true);
  }, []);
}
