import { badParameter } from "../../domain/parse-filter.ts";
import { type PlaceClass, placeClasses } from "../../domain/recurrence/place-class.ts";

/** A comma list of classes. Throws a refusal that names those there are. */
export function readClasses(text: string): ReadonlySet<PlaceClass> {
  return new Set(
    text.split(",").map((name) => {
      const found = placeClasses.find((known) => known === name);
      if (found === undefined)
        throw badParameter("class", name, `one of ${placeClasses.join(", ")}`);
      return found;
    }),
  );
}
