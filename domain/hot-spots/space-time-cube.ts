/**
 * Counts per cell and step: `values[cell * steps + step]`. Neighbours of a cell, itself not among them, are
 * `neighbours[firstNeighbour[cell]] …` up to `firstNeighbour[cell + 1]`.
 */
export type SpaceTimeCube = {
  readonly cells: number;
  readonly steps: number;
  readonly values: Float64Array;
  /** cells + 1 entries. */
  readonly firstNeighbour: Uint32Array;
  readonly neighbours: Uint32Array;
};

/** A cube from adjacency lists. */
export function spaceTimeCube(
  steps: number,
  values: Float64Array,
  adjacent: readonly (readonly number[])[],
): SpaceTimeCube {
  const firstNeighbour = new Uint32Array(adjacent.length + 1);
  adjacent.forEach((list, cell) => {
    firstNeighbour[cell + 1] = firstNeighbour[cell]! + list.length;
  });
  const neighbours = Uint32Array.from(adjacent.flat());
  return { cells: adjacent.length, steps, values, firstNeighbour, neighbours };
}
