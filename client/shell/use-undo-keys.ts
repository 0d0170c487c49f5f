import { useEffect } from "react";

type Undoable = { undo(): void; redo(): void };

/** Ctrl+Z and Ctrl+Shift+Z or Ctrl+Y, ⌘ as well; fields keep their own. */
export function useUndoKeys({ undo, redo }: Undoable): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.target instanceof HTMLInputElement) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      if (key === "y" || event.shiftKey) redo();
      else undo();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [undo, redo]);
}
