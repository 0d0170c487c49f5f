import { createRoute, z } from "@hono/zod-openapi";
import { DutyScopes } from "../../domain/contract/duties.ts";
import { scopeTypes } from "../../domain/duty.ts";
import type { City } from "../city/city.ts";
import type { Deps } from "../deps.ts";
import { answers, documentedRoutes } from "./api.ts";
import { readOneOf, readQuery } from "./read-query.ts";

/** As many as a list to choose from shows. */
const SHOWN = 50;

const scopes = createRoute({
  method: "get",
  path: "/scopes",
  summary: "What somebody may answer for, by a part of its name or id",
  request: {
    query: z.object({ type: z.enum(scopeTypes).optional(), q: z.string().optional() }),
  },
  responses: answers(DutyScopes, `Shortest names first, ${SHOWN} at most`),
});

export function dutyScopeRoutes({ city }: Pick<Deps, "city">) {
  return documentedRoutes([
    [
      scopes,
      (c) => {
        const query = readQuery(c, ["type", "q"]);
        const type = readOneOf("type", query.type, scopeTypes, "zone");
        const wanted = (query.q ?? "").trim().toLowerCase();
        const found = scopesOf(city, type)
          .filter(({ id, name }) => `${id} ${name ?? ""}`.toLowerCase().includes(wanted))
          .sort((a, b) => (a.name ?? a.id).length - (b.name ?? b.id).length)
          .slice(0, SHOWN)
          .map(({ id, name }) => ({ type, id, name }));
        return c.json({ scopes: found } satisfies DutyScopes, 200);
      },
    ],
  ]);
}

type Named = { readonly id: string; readonly name: string | null };

function scopesOf({ pack, tables }: City, type: (typeof scopeTypes)[number]): readonly Named[] {
  switch (type) {
    case "zone":
      return tables.registry.zones.latest.zones;
    case "section":
      return pack.roads;
    case "river":
      return pack.rivers;
    case "category":
      return tables.tree.list.map(({ code, name }) => ({ id: code, name }));
    case "city":
      return [{ id: "", name: pack.manifest.name }];
  }
}
