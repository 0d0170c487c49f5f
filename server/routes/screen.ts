import { createRoute } from "@hono/zod-openapi";
import { ScreenBody, SteerBody, Steered } from "../../domain/contract/screen.ts";
import { checkNames } from "../../domain/screen/check-names.ts";
import { ScreenPlan } from "../../domain/screen/screen-plan.ts";
import { viewerOf } from "../access/identity.ts";
import type { Deps } from "../deps.ts";
import type { StandingPlan } from "../screen/city-screen.ts";
import { changeScreen } from "../services/change-screen.ts";
import { steerScreen } from "../services/steer-screen.ts";
import { answers, answersChange, documentedRoutes } from "./api.ts";
import { filterVocabulary } from "./filter-vocabulary.ts";
import { readBody } from "./read-body.ts";
import { readQuery } from "./read-query.ts";
import { readVersion } from "./read-version.ts";

const get = createRoute({
  method: "get",
  path: "/",
  summary: "What walls show: scenes in order, rules of alerts, settings",
  responses: answers(ScreenBody, "As edited here, else as the pack has it, else the usual"),
});

const put = createRoute({
  method: "put",
  path: "/",
  summary: "Other scenes, alerts and settings; If-Match is the version that was read",
  request: { body: { content: { "application/json": { schema: ScreenPlan } } } },
  responses: answersChange(ScreenBody, "Kept, with an audit row; walls take it over at once"),
});

const steer = createRoute({
  method: "post",
  path: "/steer",
  summary: "Steer one wall or all: next scene, fly to a problem, pin, clear …",
  request: { body: { content: { "application/json": { schema: SteerBody } } } },
  responses: answersChange(Steered, "Kept, with an audit row, and told to the walls concerned"),
});

export function screenRoutes({ city, screen }: Pick<Deps, "city" | "screen">) {
  const body = ({ plan, version, origin }: StandingPlan): ScreenBody => ({
    ...plan,
    version,
    origin,
    build: screen.build(),
  });
  return documentedRoutes([
    [
      get,
      async (c) => {
        readQuery(c, []);
        return c.json(body(await screen.plan()), 200);
      },
    ],
    [
      put,
      async (c) => {
        readQuery(c, []);
        const plan = await readBody(c, ScreenPlan);
        checkNames(plan, filterVocabulary(city));
        const { version } = await screen.plan();
        const seen = readVersion(c, version);
        const viewer = viewerOf(c);
        const kept = await changeScreen({ city, actor: viewer.account, viewer }, plan, seen);
        return c.json(body({ ...kept, origin: "edited" }), 200);
      },
      "steer",
    ],
    [
      steer,
      async (c) => {
        readQuery(c, []);
        const sent = await readBody(c, SteerBody);
        const viewer = viewerOf(c);
        const context = { city, actor: viewer.account, viewer };
        const { plan } = await screen.plan();
        const command = await steerScreen(context, sent, plan);
        const walls = await screen.toldWalls(command);
        return c.json({ command, walls } satisfies Steered, 200);
      },
      "steer",
    ],
  ]);
}
