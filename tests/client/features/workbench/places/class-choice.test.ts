import fc from "fast-check";
import { expect, test } from "vitest";
import { toggledClass } from "../../../../../client/features/workbench/places/class-choice.ts";
import { readClasses, shownOrder } from "../../../../../client/state/shown-classes.ts";

const anyClass = fc.constantFrom(...shownOrder);

test("a click takes one class in or out and leaves the others", () => {
  fc.assert(
    fc.property(fc.subarray([...shownOrder], { minLength: 2 }), anyClass, (chosen, name) => {
      const next = readClasses(toggledClass(chosen.join(), name));
      const wanted = new Set(chosen);
      if (!wanted.delete(name)) wanted.add(name);
      expect(new Set(next)).toEqual(wanted);
    }),
  );
});

test("a single rebound is out at first and comes in by a click; the first choice is not written", () => {
  expect(readClasses(undefined)).not.toContain("once");
  const withOnce = toggledClass(undefined, "once");
  expect(readClasses(withOnce)).toEqual(shownOrder);
  expect(toggledClass(withOnce, "once")).toBeUndefined();
});

test("the last class taken out brings back the first choice instead of an empty list", () => {
  expect(toggledClass("new", "new")).toBeUndefined();
});
