import { readClasses, type ShownClass, shownOrder } from "../../../state/shown-classes.ts";

/** The address after a click on a class: taken in or left out; undefined for the default choice. */
export function toggledClass(text: string | undefined, name: ShownClass): string | undefined {
  const chosen = new Set(readClasses(text));
  if (!chosen.delete(name)) chosen.add(name);
  const next = shownOrder.filter((each) => chosen.has(each)).join();
  return next === readClasses(undefined).join() || next === "" ? undefined : next;
}
