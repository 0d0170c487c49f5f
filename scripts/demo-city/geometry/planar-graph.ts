import { isStreet, type LineKind } from "../streets/line-kind.ts";
import { crossing, distance, lerp, nearestOnSegment, type Vec } from "./vec.ts";

/** A crossing this near to a vertex of the line crossed is taken to be that vertex, metres. */
const MERGE_M = 14;

/**
 * Straight edges that meet only in nodes. Edge `e` has two half-edges, `2e` from→to and `2e + 1`
 * to→from; a face lies to the left of its half-edges. Splitting an edge keeps its number for the
 * first part, so a face that is named by one of its half-edges stays named.
 */
export class PlanarGraph {
  readonly #points: Vec[] = [];
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #kind: LineKind[] = [];
  readonly #road: number[] = [];
  /** Half-edges that leave a node, counter-clockwise. */
  readonly #leaving: number[][] = [];
  readonly #isRemoved: boolean[] = [];

  get nodeCount(): number {
    return this.#points.length;
  }

  get edgeCount(): number {
    return this.#from.length;
  }

  point(node: number): Vec {
    return this.#points[node]!;
  }

  kindOf(edge: number): LineKind {
    return this.#kind[edge]!;
  }

  /** Index of the road as drawn, −1 for barriers. */
  roadOf(edge: number): number {
    return this.#road[edge]!;
  }

  exists(edge: number): boolean {
    return !this.#isRemoved[edge];
  }

  origin(half: number): number {
    return half & 1 ? this.#to[half >> 1]! : this.#from[half >> 1]!;
  }

  target(half: number): number {
    return half & 1 ? this.#from[half >> 1]! : this.#to[half >> 1]!;
  }

  leaving(node: number): readonly number[] {
    return this.#leaving[node]!;
  }

  degree(node: number): number {
    return this.#leaving[node]!.length;
  }

  /** Streets that meet in a node. */
  streetDegree(node: number): number {
    let count = 0;
    for (const half of this.#leaving[node]!) if (isStreet(this.#kind[half >> 1]!)) count++;
    return count;
  }

  addNode(point: Vec): number {
    this.#points.push(point);
    this.#leaving.push([]);
    return this.#points.length - 1;
  }

  /** Throws when both ends are one node. The caller sees to it that the edge crosses no other. */
  addEdge(a: number, b: number, kind: LineKind, road: number): number {
    if (a === b) throw new RangeError(`An edge needs two ends, both are node ${a}`);
    const edge = this.#from.length;
    this.#from.push(a);
    this.#to.push(b);
    this.#kind.push(kind);
    this.#road.push(road);
    this.#isRemoved.push(false);
    this.#attach(a, edge * 2);
    this.#attach(b, edge * 2 + 1);
    return edge;
  }

  removeEdge(edge: number): void {
    this.#isRemoved[edge] = true;
    this.#detach(this.#from[edge]!, edge * 2);
    this.#detach(this.#to[edge]!, edge * 2 + 1);
  }

  /** Puts a node on the edge; the edge keeps the part at its start, a new edge gets the rest. */
  splitEdge(edge: number, point: Vec): number {
    const far = this.#to[edge]!;
    const node = this.addNode(point);
    this.#detach(far, edge * 2 + 1);
    this.#to[edge] = node;
    this.#attach(node, edge * 2 + 1);
    this.addEdge(node, far, this.#kind[edge]!, this.#road[edge]!);
    return node;
  }

  moveNode(node: number, point: Vec): void {
    this.#points[node] = point;
    const ends = [node, ...this.#leaving[node]!.map((half) => this.target(half))];
    for (const end of ends) {
      const halves = [...this.#leaving[end]!];
      this.#leaving[end] = [];
      for (const half of halves) this.#attach(end, half);
    }
  }

  /** The next half-edge of the face to the left of `half`. */
  next(half: number): number {
    const around = this.#leaving[this.target(half)]!;
    const i = around.indexOf(half ^ 1);
    return around[(i + around.length - 1) % around.length]!;
  }

  /** Half-edges of the face to the left, in order, beginning with `half`. */
  face(half: number): number[] {
    const halves = [half];
    for (let h = this.next(half); h !== half; h = this.next(h)) halves.push(h);
    return halves;
  }

  /** One half-edge of every face, the outer one included. */
  faces(): number[] {
    const seen = new Uint8Array(this.edgeCount * 2);
    const firsts: number[] = [];
    for (let half = 0; half < seen.length; half++) {
      if (seen[half] || this.#isRemoved[half >> 1]) continue;
      firsts.push(half);
      for (const h of this.face(half)) seen[h] = 1;
    }
    return firsts;
  }

  /** Vertices of a face given by its half-edges. */
  ring(halves: readonly number[]): Vec[] {
    return halves.map((half) => this.#points[this.origin(half)]!);
  }

  /** The edge nearest to `p` among those that pass `accept`. Cost: all edges. */
  nearestEdge(
    p: Vec,
    accept: (edge: number) => boolean,
  ): { edge: number; t: number; distanceM: number } | null {
    let best: { edge: number; t: number; distanceM: number } | null = null;
    for (let edge = 0; edge < this.edgeCount; edge++) {
      if (this.#isRemoved[edge] || !accept(edge)) continue;
      const [a, b] = [this.#points[this.#from[edge]!]!, this.#points[this.#to[edge]!]!];
      const { t, distanceM } = nearestOnSegment(p, a, b);
      if (!best || distanceM < best.distanceM) best = { edge, t, distanceM };
    }
    return best;
  }

  /**
   * A node at fraction `t` of the edge: one of its ends when that is within `mergeM`, else a new
   * one.
   */
  nodeOnEdge(edge: number, t: number, mergeM = MERGE_M): number {
    const [from, to] = [this.#from[edge]!, this.#to[edge]!];
    const point = lerp(this.#points[from]!, this.#points[to]!, t);
    const near = [from, to].find((end) => distance(this.#points[end]!, point) <= mergeM);
    return near ?? this.splitEdge(edge, point);
  }

  /**
   * Draws a line across what is there: a node at every crossing. Answers its nodes in order.
   * `styleOf` is asked for the segment that begins at each vertex. Cost: segments × edges.
   */
  insertLine(
    line: readonly Vec[],
    styleOf: (segment: number) => { kind: LineKind; road: number },
  ): number[] {
    let node = this.#startNode(line[0]!);
    const nodes = [node];
    for (let i = 1; i < line.length; i++) {
      const goal = line[i]!;
      const { kind, road } = styleOf(i - 1);
      for (;;) {
        const hit = this.#firstCrossing(node, goal);
        const wanted = hit ? this.#nodeAtHit(hit, goal, node) : this.#nodeAt(goal);
        const end = this.#unobstructed(node, wanted);
        if (end !== node && !this.#joined(node, end)) this.addEdge(node, end, kind, road);
        if (end !== node) nodes.push(end);
        node = end;
        const isThere = !hit || distance(this.#points[node]!, goal) < MERGE_M;
        if (end === wanted && isThere) break;
      }
    }
    return nodes;
  }

  /** A line may begin on an edge: the edge gets a node there. */
  #startNode(point: Vec): number {
    const near = this.nearestEdge(point, () => true);
    return near && near.distanceM < 0.5
      ? this.nodeOnEdge(near.edge, near.t, 1)
      : this.#nodeAt(point);
  }

  /**
   * `end`, or the crossing on the way to it: a vertex that was near may lie behind another line.
   */
  #unobstructed(node: number, end: number): number {
    if (node === end) return end;
    const goal = this.#points[end]!;
    const hit = this.#firstCrossing(node, goal, end);
    return hit ? this.splitEdge(hit.edge, lerp(this.#points[node]!, goal, hit.t)) : end;
  }

  /**
   * The nearest edge between the node and the goal; edges at the node, or at `end`, do not count.
   */
  #firstCrossing(node: number, goal: Vec, end = -1): { edge: number; t: number; u: number } | null {
    const start = this.#points[node]!;
    if (distance(start, goal) < 0.5) return null;
    const [minX, maxX] = [Math.min(start[0], goal[0]), Math.max(start[0], goal[0])];
    const [minY, maxY] = [Math.min(start[1], goal[1]), Math.max(start[1], goal[1])];
    let best: { edge: number; t: number; u: number } | null = null;
    for (let edge = 0; edge < this.edgeCount; edge++) {
      const [from, to] = [this.#from[edge]!, this.#to[edge]!];
      const [a, b] = [this.#points[from]!, this.#points[to]!];
      if ((a[0] < minX && b[0] < minX) || (a[0] > maxX && b[0] > maxX)) continue;
      if ((a[1] < minY && b[1] < minY) || (a[1] > maxY && b[1] > maxY)) continue;
      if (from === node || to === node || from === end || to === end) continue;
      if (this.#isRemoved[edge]) continue;
      const hit = crossing(start, goal, a, b);
      if (!hit || hit.u < 0 || hit.u > 1 || hit.t <= 1e-9 || hit.t > 1) continue;
      if (!best || hit.t < best.t) best = { edge, t: hit.t, u: hit.u };
    }
    return best;
  }

  /**
   * Uses a vertex of the crossed line that is near; a mere bend of it is moved onto the crossing.
   */
  #nodeAtHit(hit: { edge: number; t: number; u: number }, goal: Vec, start: number): number {
    const [from, to] = [this.#from[hit.edge]!, this.#to[hit.edge]!];
    const point = lerp(this.#points[start]!, goal, hit.t);
    const ends = [from, to].filter((end) => distance(this.#points[end]!, point) <= MERGE_M);
    const near = ends.sort(
      (p, q) => distance(this.#points[p]!, point) - distance(this.#points[q]!, point),
    )[0];
    if (near === undefined) return this.splitEdge(hit.edge, point);
    if (this.degree(near) === 2 && near !== start && this.#canMove(near, point)) {
      this.moveNode(near, point);
    }
    return near;
  }

  /** Whether the edges of a bend cross nothing when it lies elsewhere. */
  #canMove(node: number, point: Vec): boolean {
    return this.#leaving[node]!.every(
      (half) => this.#firstCrossing(this.target(half), point, node) === null,
    );
  }

  #nodeAt(point: Vec): number {
    for (let node = this.#points.length - 1; node >= 0; node--) {
      if (distance(this.#points[node]!, point) < 1) return node;
    }
    return this.addNode(point);
  }

  #joined(a: number, b: number): boolean {
    return this.#leaving[a]!.some((half) => this.target(half) === b);
  }

  #angle(half: number): number {
    const [a, b] = [this.#points[this.origin(half)]!, this.#points[this.target(half)]!];
    return Math.atan2(b[1] - a[1], b[0] - a[0]);
  }

  #attach(node: number, half: number): void {
    const around = this.#leaving[node]!;
    const angle = this.#angle(half);
    let i = 0;
    while (i < around.length && this.#angle(around[i]!) < angle) i++;
    around.splice(i, 0, half);
  }

  #detach(node: number, half: number): void {
    const around = this.#leaving[node]!;
    around.splice(around.indexOf(half), 1);
  }
}
