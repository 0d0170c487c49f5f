import type { MultiPolygon, Polygon, Position } from "geojson";

export type ZoneBorders = {
  /** Every border once, shared ones too. */
  readonly lines: readonly Position[][];
  /** The outline of all zones together, as closed rings; empty where borders do not meet exactly. */
  readonly outline: readonly Position[][];
};

type Areas = { readonly features: readonly { readonly geometry: Polygon | MultiPolygon }[] };

/** Takes zones apart into border pieces. Zones that share a border have the same vertices along it. */
export function zoneBorders(zones: Areas): ZoneBorders {
  const edges = new Map<string, { from: Position; to: Position; count: number }>();
  for (const { geometry } of zones.features) {
    const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    for (const ring of parts.flat()) {
      for (let i = 1; i < ring.length; i++) {
        const [from, to] = [ring[i - 1] as Position, ring[i] as Position];
        const [a, b] = [from.join(), to.join()];
        if (a === b) continue;
        const key = a < b ? `${a} ${b}` : `${b} ${a}`;
        const edge = edges.get(key);
        if (edge) edge.count++;
        else edges.set(key, { from, to, count: 1 });
      }
    }
  }
  const all = [...edges.values()];
  return { lines: chains(all), outline: rings(all.filter(({ count }) => count === 1)) };
}

type Edge = { readonly from: Position; readonly to: Position };

/** Edges joined end to end where exactly two meet, so that line joins and dashes come out right. */
function chains(edges: readonly Edge[]): Position[][] {
  const at = endpoints(edges);
  const used = new Set<Edge>();
  const lines: Position[][] = [];
  const follow = (edge: Edge, from: Position): Position[] => {
    const line = [from];
    for (let current: Edge | undefined = edge, here = from; current; ) {
      used.add(current);
      here = here.join() === current.from.join() ? current.to : current.from;
      line.push(here);
      const meeting: Edge[] = at.get(here.join()) ?? [];
      current = meeting.length === 2 ? meeting.find((next) => !used.has(next)) : undefined;
    }
    return line;
  };
  for (const [key, meeting] of at) {
    if (meeting.length === 2) continue;
    for (const edge of meeting) {
      if (!used.has(edge)) lines.push(follow(edge, edge.from.join() === key ? edge.from : edge.to));
    }
  }
  for (const edge of edges) if (!used.has(edge)) lines.push(follow(edge, edge.from));
  return lines;
}

function rings(edges: readonly Edge[]): Position[][] {
  return chains(edges).filter((line) => line.length > 3 && line[0]?.join() === line.at(-1)?.join());
}

function endpoints(edges: readonly Edge[]): Map<string, Edge[]> {
  const at = new Map<string, Edge[]>();
  for (const edge of edges) {
    for (const end of [edge.from, edge.to]) {
      const key = end.join();
      const list = at.get(key);
      if (list) list.push(edge);
      else at.set(key, [edge]);
    }
  }
  return at;
}
