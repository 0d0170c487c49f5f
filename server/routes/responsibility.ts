import { createRoute, z } from "@hono/zod-openapi";
import { FilterQuery } from "../../domain/contract/filter-query.ts";
import {
  DutyMatrixBody,
  HolderList,
  HoldersQuery,
  UnheldSections,
} from "../../domain/contract/responsibility.ts";
import { dutyRoles } from "../../domain/duty.ts";
import { instant } from "../../domain/parse-filter.ts";
import type { Deps } from "../deps.ts";
import { answers, documentedRoutes } from "./api.ts";
import { readFilter, readOneOf, readQuery } from "./read-query.ts";
import { dutyMatrixBody, holderBodies, unheldSections } from "./responsibility-body.ts";

const matrix = createRoute({
  method: "get",
  path: "/matrix",
  summary: "Problems by the units of line 条 and block 块 that answered on the day of the report",
  description:
    "Every cell is what /api/problems/count says under the filter with that line and block; line and block of the filter itself are set aside.",
  request: { query: FilterQuery },
  responses: answers(DutyMatrixBody, "Lines by blocks, with a remainder for what no unit held"),
});

const holders = createRoute({
  method: "get",
  path: "/holders",
  summary: "Who holds a role at asOf, by how much is open",
  description:
    "Counts are those under the filter with person (or unit, where no person is named) set to the holder.",
  request: { query: HoldersQuery },
  responses: answers(HolderList, "Most open first"),
});

const unheld = createRoute({
  method: "get",
  path: "/sections-without-chief",
  summary: "Road sections that ought to have a chief 路段长 and have none",
  request: { query: z.object({ asOf: FilterQuery.shape.asOf }) },
  responses: answers(UnheldSections, "One feature a section"),
});

export function responsibilityRoutes({ city }: Pick<Deps, "city">) {
  return documentedRoutes([
    [
      matrix,
      (c) => {
        const { filter, rows } = readFilter(c, city, []);
        return c.json(dutyMatrixBody(city, filter, rows) satisfies DutyMatrixBody, 200);
      },
    ],
    [
      holders,
      (c) => {
        const { filter, rows, query } = readFilter(c, city, ["role"]);
        const role = readOneOf("role", query.role, dutyRoles, "zone-lead");
        const found = holderBodies(city, role, filter, rows);
        return c.json({ role, holders: found } satisfies HolderList, 200);
      },
    ],
    [
      unheld,
      (c) => {
        const asOf = instant("asOf", readQuery(c, ["asOf"]).asOf, city.clock) ?? city.now();
        return c.json(unheldSections(city, asOf) satisfies UnheldSections, 200);
      },
    ],
  ]);
}
