import { createRoute, z } from "@hono/zod-openapi";
import { AlertBody, AlertList } from "../../domain/contract/screen.ts";
import { viewerOf } from "../access/identity.ts";
import type { Deps } from "../deps.ts";
import { alertBody } from "../screen/alert-body.ts";
import { acknowledgeAlert } from "../services/acknowledge-alert.ts";
import { keptAlerts } from "../services/stored-screen.ts";
import { answers, answersOne, documentedRoutes } from "./api.ts";
import { readQuery } from "./read-query.ts";

const list = createRoute({
  method: "get",
  path: "/",
  summary: "What called for attention, the newest first",
  responses: answers(AlertList, "The last 200, acknowledged and ended ones included"),
});

const acknowledge = createRoute({
  method: "post",
  path: "/{id}/acknowledge",
  summary: "Somebody has seen an alert; who was first stays",
  request: { params: z.object({ id: z.string() }) },
  responses: answersOne(AlertBody, "Kept, with an audit row"),
});

export function screenAlertRoutes({ city }: Pick<Deps, "city">) {
  return documentedRoutes([
    [
      list,
      async (c) => {
        readQuery(c, []);
        const { alerts } = await keptAlerts(city.storage);
        const bodies = alerts.map((alert) => alertBody(alert, city.clock)).reverse();
        return c.json({ alerts: bodies } satisfies AlertList, 200);
      },
      "show",
    ],
    [
      acknowledge,
      async (c) => {
        readQuery(c, []);
        const viewer = viewerOf(c);
        const context = { city, actor: viewer.account, viewer };
        const alert = await acknowledgeAlert(context, c.req.param("id") ?? "");
        return c.json(alertBody(alert, city.clock), 200);
      },
      "steer",
    ],
  ]);
}
