let ask: (() => boolean) | null = null;

/** The map says how to find out whether everything in its window has come. Answers how to stop. */
export function onMapProgress(isSettled: () => boolean): () => void {
  ask = isSettled;
  return () => {
    if (ask === isSettled) ask = null;
  };
}

/** Whether the map, if there is one, waits for nothing. */
export function isMapSettled(): boolean {
  return ask?.() ?? true;
}
