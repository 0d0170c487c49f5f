import tokens from "../app/tokens.json";
import type { ShownClass } from "../state/shown-classes.ts";

/** A class's mark in a box of 16 × 16: what is filled, or what is drawn as a line. */
export type ClassShape = {
  readonly fill: readonly string[];
  readonly line: readonly string[];
  readonly lineWidth: number;
};

const { recurrenceClass } = tokens;

/** Shapes of the look's tokens; those with a stroke are rings, the tick of `resolved` is a path of its own. */
export function classShape(name: ShownClass): ClassShape {
  const token = recurrenceClass[name];
  const paths = token.path16.split(" + ");
  if (!("stroke" in token)) return { fill: paths, line: [], lineWidth: 0 };
  return { fill: [], line: paths, lineWidth: token.stroke };
}
