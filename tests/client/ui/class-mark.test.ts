import { expect, test } from "vitest";
import tokens from "../../../client/app/tokens.json";
import { shownOrder } from "../../../client/state/shown-classes.ts";
import { classMarkShapes } from "../../../client/ui/class-mark.tsx";

test("the marks are the shapes of the look's tokens, each class its own", () => {
  for (const name of shownOrder) {
    const token = tokens.recurrenceClass[name];
    expect(classMarkShapes[name].path).toBe(token.path16.replace(" + ", " "));
    expect("stroke" in classMarkShapes[name]).toBe("stroke" in token);
  }
  const paths = Object.values(classMarkShapes).map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
});
