import { createRoute, z } from "@hono/zod-openapi";
import { WallBeat, WatchingWalls } from "../../domain/contract/screen.ts";
import { viewerOf } from "../access/identity.ts";
import type { Deps } from "../deps.ts";
import { answers, documentedRoutes } from "./api.ts";
import { readBody } from "./read-body.ts";
import { readQuery } from "./read-query.ts";

const list = createRoute({
  method: "get",
  path: "/",
  summary: "Walls that watch, since when, and what they show",
  responses: answers(
    WatchingWalls,
    "Those of the last day; a wall says every 15 seconds that it is there",
  ),
});

const BeatAnswer = z.object({
  build: z.string().meta({ description: "Of the pages, as they are now" }),
  version: z.number().int().meta({ description: "Of what walls show" }),
});

const beat = createRoute({
  method: "post",
  path: "/",
  summary: "A wall says that it is there, and what it shows",
  request: { body: { content: { "application/json": { schema: WallBeat } } } },
  responses: answers(BeatAnswer, "What a wall has to keep up with"),
});

export function screenWallRoutes({ city, screen }: Pick<Deps, "city" | "screen">) {
  const iso = (t: number) => city.clock.toIso(t);
  return documentedRoutes([
    [
      list,
      (c) => {
        readQuery(c, []);
        const walls = screen.walls
          .list()
          .map((wall) => ({ ...wall, since: iso(wall.since), heardAt: iso(wall.heardAt) }));
        return c.json({ walls } satisfies WatchingWalls, 200);
      },
      "steer",
    ],
    [
      beat,
      async (c) => {
        readQuery(c, []);
        const viewer = viewerOf(c);
        const sent = await readBody(c, WallBeat);
        screen.walls.hear(sent, viewer.account, viewer.name);
        const { version } = await screen.plan();
        return c.json({ build: screen.build(), version }, 200);
      },
      "show",
    ],
  ]);
}
