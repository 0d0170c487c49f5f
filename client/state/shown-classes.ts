import { type PlaceClass, placeClasses } from "../../domain/recurrence/place-class.ts";

/** Classes of recurring places that can be shown, in the order of legends and lists. */
export const shownOrder = [
  "intensifying",
  "persistent",
  "new",
  "easing",
  "sporadic",
  "resolved",
  "once",
] as const satisfies readonly PlaceClass[];
export type ShownClass = (typeof shownOrder)[number];

/** A single rebound says little: shown only when the address asks for it. */
const DEFAULT_CLASSES = shownOrder.filter((name) => name !== "once");

/** The classes that an address shows; unknown names are dropped, nothing left is the default. */
export function readClasses(text: string | undefined): readonly ShownClass[] {
  const named = shownOrder.filter((name) => (text ?? "").split(",").includes(name));
  return named.length === 0 ? DEFAULT_CLASSES : named;
}

/** As requests take them: sorted in one way, so that equal choices share a cache entry. */
export function classesParam(text: string | undefined): string {
  const shown = new Set<PlaceClass>(readClasses(text));
  return placeClasses.filter((name) => shown.has(name)).join();
}
