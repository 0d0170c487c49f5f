/** What a key asks the inbox to do. */
export type DeskCommand =
  | { readonly kind: "move"; readonly by: number; readonly isExtending: boolean }
  | { readonly kind: "select"; readonly isRange: boolean }
  | { readonly kind: "select-all" }
  | { readonly kind: "open" }
  | { readonly kind: "accept" }
  | { readonly kind: "dispatch" }
  | { readonly kind: "find" }
  | { readonly kind: "help" }
  | { readonly kind: "leave" };

type Key = Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">;

const PAGE_ROWS = 10;

const moves: Readonly<Record<string, number>> = {
  j: 1,
  k: -1,
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE_ROWS,
  PageUp: -PAGE_ROWS,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Null: the key is somebody else's, those of the browser and of the system included. */
export function commandOf({ key, shiftKey, ctrlKey, metaKey, altKey }: Key): DeskCommand | null {
  if (ctrlKey || metaKey || altKey) return null;
  const name = key.length === 1 ? key.toLowerCase() : key;
  const by = moves[name];
  if (by !== undefined) return { kind: "move", by, isExtending: shiftKey };
  switch (name) {
    case "x":
      return { kind: "select", isRange: shiftKey };
    case "*":
      return { kind: "select-all" };
    case "Enter":
    case "o":
      return { kind: "open" };
    case "a":
      return { kind: "accept" };
    case "d":
      return { kind: "dispatch" };
    case "/":
      return { kind: "find" };
    case "?":
      return { kind: "help" };
    case "Escape":
      return { kind: "leave" };
    default:
      return null;
  }
}

/** Keys pressed there belong to what is written or chosen there. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("input, textarea, select, [contenteditable]") !== null
  );
}

/** Keys that a button or link under the focus takes for itself. */
export function isPressing(target: EventTarget | null, key: string): boolean {
  const isButton = target instanceof Element && target.closest("button, a, summary") !== null;
  return isButton && (key === "Enter" || key === " ");
}
