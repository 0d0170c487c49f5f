import { useEffect, useRef } from "react";
import { commandOf, type DeskCommand, isPressing, isTyping } from "./desk-keys.ts";

/** Hears the keys of the whole page but those that are typed into something. */
export function useDeskKeys(take: (command: DeskCommand) => void): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      if (isPressing(event.target, event.key)) return;
      const command = commandOf(event);
      if (!command) return;
      event.preventDefault();
      latest.current(command);
    };
    addEventListener("keydown", hear);
    return () => removeEventListener("keydown", hear);
  }, []);
}
