import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { PublicNear, PublicPlace } from "../../domain/contract/public-reports.ts";
import { DAY_MS } from "../../domain/time.ts";
import { similarOpen } from "../city/similar-open.ts";
import type { Deps } from "../deps.ts";
import { checkedCategory, checkedPosition } from "../services/checked-input.ts";
import { answers, documentedRoutes } from "./api.ts";
import { limited, publicLimits } from "./public-limits.ts";
import { publicPlace } from "./public-report-body.ts";
import { readDegrees, readQuery } from "./read-query.ts";

/** Of distances, so that they point at no door. */
const ROUGH_M = 10;

const Spot = z.object({ lng: z.string(), lat: z.string() });

const near = createRoute({
  method: "get",
  path: "/reports/near",
  summary: "Whether somebody has reported the same near by: how many, and the nearest, roughly",
  description: limited("questions"),
  request: { query: Spot.extend({ category: z.string() }) },
  responses: answers(PublicNear, "Open reports of the category"),
});

const place = createRoute({
  method: "get",
  path: "/place",
  summary: "What a spot is called",
  description: limited("questions"),
  request: { query: Spot },
  responses: answers(PublicPlace, "Names of zone, community and road"),
});

/** What anybody who reports asks about a spot. */
export function publicSpotRoutes(deps: Pick<Deps, "city" | "clientAddress">) {
  const { city } = deps;
  const count = publicLimits(deps, "questions");

  async function showNear(c: Context) {
    const query = readQuery(c, ["lng", "lat", "category"]);
    count(c);
    const spot = spotOf(query);
    const category = checkedCategory(city, query.category ?? "");
    const { radiusM, rows } = similarOpen(city, checkedPosition(city, spot), category, null);
    const [first] = rows;
    const [problem] = first ? await city.storage.problemsBySeq([first.seq]) : [];
    const nearest = first &&
      problem && {
        category: city.tables.tree.at(city.tables.categoryOrdinal(problem.category)).name,
        days: Math.floor((city.now() - problem.reportedAt) / DAY_MS),
        distanceM: Math.round(first.distanceM / ROUGH_M) * ROUGH_M,
      };
    const body: PublicNear = { count: rows.length, radiusM, nearest: nearest ?? null };
    return c.json(body, 200);
  }

  return documentedRoutes([
    [near, showNear, "open"],
    [
      place,
      (c) => {
        const [lng, lat] = spotOf(readQuery(c, ["lng", "lat"]));
        count(c);
        return c.json(publicPlace(city, lng, lat) satisfies PublicPlace, 200);
      },
      "open",
    ],
  ]);
}

function spotOf({ lng, lat }: { lng?: string; lat?: string }): [number, number] {
  return [readDegrees("lng", lng, 180), readDegrees("lat", lat, 90)];
}
