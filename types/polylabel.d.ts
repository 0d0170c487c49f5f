declare module "polylabel" {
  /** Pole of inaccessibility of a polygon's rings, found to `precision`. */
  export default function polylabel(
    rings: readonly (readonly (readonly number[])[])[],
    precision?: number,
  ): [x: number, y: number] & { distance: number };
}
