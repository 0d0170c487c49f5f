import { createRoute, z } from "@hono/zod-openapi";
import { reachOf } from "../../domain/account.ts";
import { Position } from "../../domain/contract/geojson.ts";
import { ListedPosition, RecurrenceParameters } from "../../domain/contract/recurrence.ts";
import { fromE7 } from "../../domain/spatial/lng-lat.ts";
import { viewerOf } from "../access/identity.ts";
import type { City } from "../city/city.ts";
import type { Deps } from "../deps.ts";
import { confirmBadPosition } from "../services/confirm-bad-position.ts";
import { refitPriors } from "../services/refit-priors.ts";
import { answers, answersOne, documentedRoutes } from "./api.ts";
import { readBody } from "./read-body.ts";
import { readQuery } from "./read-query.ts";

const parameters = createRoute({
  method: "get",
  path: "/parameters",
  summary: "Every parameter of the measure, and the priors as they were fitted last",
  responses: answers(RecurrenceParameters, "As pack.json has them, defaults filled in"),
});

const refit = createRoute({
  method: "post",
  path: "/priors",
  summary: "Fit the priors of all categories on what is known now",
  responses: answers(RecurrenceParameters, "Kept, with an audit row; also done every night"),
});

const Confirmed = z.object({ position: Position });

const confirm = createRoute({
  method: "post",
  path: "/bad-positions",
  summary: "Confirm that a coordinate stands for no place",
  description: "Reports there leave their places; they stay in every count and on the map.",
  request: { body: { content: { "application/json": { schema: Confirmed } } } },
  responses: answersOne(ListedPosition, "On the list of the location gate from now on"),
});

export function recurrenceParameterRoutes({ city }: Pick<Deps, "city">) {
  return documentedRoutes([
    [
      parameters,
      (c) => {
        readQuery(c, []);
        const isWhole = reachOf(viewerOf(c)) === "city";
        return c.json(parametersOf(city, isWhole) satisfies RecurrenceParameters, 200);
      },
    ],
    [
      confirm,
      async (c) => {
        readQuery(c, []);
        const { position } = await readBody(c, Confirmed);
        const { lngE7, latE7, reports, addresses, since } = await confirmBadPosition(
          { city, actor: viewerOf(c).account },
          position,
        );
        return c.json(
          {
            position: [fromE7(lngE7), fromE7(latE7)],
            reports,
            addresses,
            since: city.clock.toIso(since),
          } satisfies z.infer<typeof ListedPosition>,
          200,
        );
      },
      "decide",
    ],
    [
      refit,
      async (c) => {
        readQuery(c, []);
        await refitPriors({ city, actor: viewerOf(c).account });
        return c.json(parametersOf(city) satisfies RecurrenceParameters, 200);
      },
      "decide",
    ],
  ]);
}

/** Priors and what they were fitted on are of the whole city, and said to those only who see it. */
function parametersOf(
  { recurrence, tables, priors, clock }: City,
  isWhole = true,
): RecurrenceParameters {
  const { settings } = recurrence;
  const byCode = new Map(priors.map((prior) => [prior.category, prior]));
  const fittedAt = priors[0]?.fittedAt;
  return {
    settings: { ...settings },
    fittedAt: fittedAt === undefined ? null : clock.toIso(fittedAt),
    categories: !isWhole
      ? []
      : tables.tree.list.map(({ code, radiusM, graceHours }, ordinal) => {
          const { alpha, betaDays } = recurrence.priorOf(ordinal);
          const fit = byCode.get(code);
          return {
            category: code,
            radiusM: radiusM ?? settings.radiusM,
            graceHours: graceHours ?? settings.graceHours,
            alpha,
            betaDays,
            mean30: (30 * alpha) / betaDays,
            places: fit?.places ?? 0,
            recurrences: fit?.recurrences ?? 0,
            prior: fit?.kind ?? "pooled",
          };
        }),
  };
}
