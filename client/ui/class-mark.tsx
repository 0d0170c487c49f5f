type Shape = {
  readonly path: string;
  /** Drawn as a line of this width instead of filled. */
  readonly stroke?: number;
};

/** In a box of 16 × 16, as the look's tokens have them; `none` is a dash: nothing came back. */
export const classMarkShapes = {
  intensifying: { path: "M8 1.2 L15 14 L1 14Z" },
  persistent: { path: "M2 2H14V14H2Z" },
  new: { path: "M8 1 L15 8 L8 15 L1 8Z" },
  easing: { path: "M8 14.8 L1 2 L15 2Z" },
  sporadic: { path: "M8 3a5 5 0 1 0 .001 0Z" },
  resolved: { path: "M8 1.8a6.2 6.2 0 1 0 .001 0Z M4.9 8.2 L7.2 10.5 L11.2 5.9", stroke: 2.2 },
  once: { path: "M8 4.5a3.5 3.5 0 1 0 .001 0Z", stroke: 2.2 },
  none: { path: "M4 8H12", stroke: 2.2 },
} as const satisfies Readonly<Record<string, Shape>>;

export type MarkedClass = keyof typeof classMarkShapes;

/** The class of a recurring place, told by shape as well as by colour; its word stands beside it. */
export function ClassMark({ name }: { readonly name: MarkedClass }) {
  const shape: Shape = classMarkShapes[name];
  const colour = `var(--class-${name})`;
  return (
    <svg className="mark class-mark" viewBox="0 0 16 16" aria-hidden="true">
      {shape.stroke === undefined ? (
        <path d={shape.path} fill={colour} />
      ) : (
        <path d={shape.path} fill="none" stroke={colour} strokeWidth={shape.stroke} />
      )}
    </svg>
  );
}
