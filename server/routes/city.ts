import { createRoute } from "@hono/zod-openapi";
import type { Viewer } from "../../domain/account.ts";
import { CityManifest } from "../../domain/contract/city.ts";
import { noFilter } from "../../domain/problem-filter.ts";
import { anyViewerOf } from "../access/identity.ts";
import { sightOf } from "../access/sight-of.ts";
import type { City } from "../city/city.ts";
import { zoneBounds } from "../city/zone-bounds.ts";
import type { Deps } from "../deps.ts";
import { countProblems } from "../problem-index/count-problems.ts";
import { reportedSpan } from "../problem-index/reported-span.ts";
import { nothingSeen } from "../problem-index/sight.ts";
import { answers, documentedRoutes } from "./api.ts";
import { readQuery } from "./read-query.ts";

const city = createRoute({
  method: "get",
  path: "/",
  summary: "The city: its names, codes, bounds and size",
  responses: answers(CityManifest, "The manifest"),
});

export function cityRoutes({ city: running }: Pick<Deps, "city">) {
  return documentedRoutes([
    [
      city,
      (c) => {
        readQuery(c, []);
        return c.json(manifestOf(running, anyViewerOf(c)), 200);
      },
      "open",
    ],
  ]);
}

/** Counts and times are of what the account sees; of nothing without one. */
function manifestOf(city: City, viewer: Viewer | null): CityManifest {
  const { manifest, units } = city.pack;
  const now = city.now();
  const sight = viewer === null ? nothingSeen : sightOf(city, viewer);
  const rows = city.problems.compile(noFilter, now, sight);
  const counts = countProblems(city.problems, rows);
  const span = reportedSpan(city.problems, rows);
  const { zones } = city.tables.registry.zones.latest;
  const [west, south, east, north] = sight === null ? city.bounds : zoneBounds(zones);
  return {
    id: manifest.id,
    name: manifest.name,
    isDemo: manifest.isDemo,
    bounds: [west, south, east, north],
    timezone: manifest.timezone,
    attribution: manifest.attribution,
    licence: manifest.licence,
    categories: city.tables.tree.list.map(({ prior: _, ...category }) => category),
    sources: manifest.sources,
    units: [...units],
    persons: viewer === null ? [] : personsOf(city),
    problems: counts.total,
    unplaced: counts.unplaced,
    firstReportedAt: span && city.clock.toIso(span.first),
    lastReportedAt: span && city.clock.toIso(span.last),
    now: city.clock.toIso(now),
    revision: city.revision,
  };
}

/** Everyone who holds or held a duty, with their roles. */
function personsOf({ tables }: City): CityManifest["persons"] {
  const roles = new Map<string, Set<string>>();
  for (const { person, role } of tables.registry.duties) {
    if (person === null) continue;
    const known = roles.get(person);
    if (known) known.add(role);
    else roles.set(person, new Set([role]));
  }
  return [...roles].map(([name, held]) => ({ name, roles: [...held] }));
}
