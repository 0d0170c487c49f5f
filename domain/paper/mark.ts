/** A box on a page in millimetres from its top left corner. */
export type BoxMm = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type TextWeight = "regular" | "bold";

/** How wide a text is in millimetres at a size; the writer that knows the font answers. */
export type MeasureText = (text: string, sizeMm: number, weight: TextWeight) => number;

/** x, y, x, y … in millimetres. */
export type FlatPoints = readonly number[] | Float64Array;

export type Stroke = {
  readonly colour: string;
  readonly widthMm: number;
  /** Lengths of dash and gap. */
  readonly dashMm?: readonly [number, number];
  readonly cap?: "round" | "butt";
};

export type PathMark = {
  readonly kind: "path";
  /** Filled by the even-odd rule, so a hole is a part like any other. */
  readonly parts: readonly { readonly points: FlatPoints; readonly isClosed: boolean }[];
  readonly fill?: string;
  readonly stroke?: Stroke;
  /** 0–1, of fill and stroke alike. */
  readonly opacity?: number;
};

export type CircleMark = {
  readonly kind: "circle";
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly fill?: string;
  readonly stroke?: Stroke;
};

export type TextMark = {
  readonly kind: "text";
  readonly text: string;
  /** Where the text begins, is centred or ends, on its baseline. */
  readonly x: number;
  readonly y: number;
  /** Height of the em; a Chinese character is about 0.92 of it. */
  readonly sizeMm: number;
  readonly weight: TextWeight;
  readonly colour: string;
  readonly align?: "start" | "middle" | "end";
  readonly spacingMm?: number;
  /** Turned clockwise about x, y. */
  readonly angleDeg?: number;
  readonly halo?: { readonly colour: string; readonly widthMm: number };
};

/** A PNG or JPEG. */
export type ImageMark = {
  readonly kind: "image";
  readonly bytes: Uint8Array;
  readonly mediaType: "image/png" | "image/jpeg";
  readonly box: BoxMm;
};

/** Marks of which only what lies in the box shows. */
export type ClipMark = {
  readonly kind: "clip";
  readonly box: BoxMm;
  readonly marks: readonly Mark[];
};

/** What a page is made of, whatever it is written as; drawn in order, millimetres from the page's top left. */
export type Mark = PathMark | CircleMark | TextMark | ImageMark | ClipMark;

export function lineMark(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  widthMm: number,
  colour: string,
): PathMark {
  return {
    kind: "path",
    parts: [{ points: [x0, y0, x1, y1], isClosed: false }],
    stroke: { colour, widthMm, cap: "butt" },
  };
}

export function boxMark(
  { x, y, width, height }: BoxMm,
  style: Pick<PathMark, "fill" | "stroke" | "opacity">,
): PathMark {
  const points = [x, y, x + width, y, x + width, y + height, x, y + height];
  return { kind: "path", parts: [{ points, isClosed: true }], ...style };
}
