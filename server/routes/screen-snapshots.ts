import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { SnapshotList } from "../../domain/contract/screen.ts";
import { DomainError } from "../../domain/errors.ts";
import type { Deps } from "../deps.ts";
import { answers, documentedRoutes } from "./api.ts";
import { answersFile } from "./paper-answer.ts";
import { readQuery } from "./read-query.ts";

const list = createRoute({
  method: "get",
  path: "/",
  summary: "Pictures of the wall that were taken at set times",
  responses: answers(SnapshotList, "The newest first"),
});

const file = createRoute({
  method: "get",
  path: "/{name}",
  summary: "A picture of the wall, PNG or PDF",
  request: { params: z.object({ name: z.string() }) },
  responses: answersFile("image/png", "As the wall was then"),
});

const take = createRoute({
  method: "post",
  path: "/",
  summary: "Take a picture of the wall now; takes half a minute",
  responses: answers(SnapshotList, "With the new one"),
});

export function screenSnapshotRoutes({ city, snapshots }: Pick<Deps, "city" | "snapshots">) {
  const all = async (c: Context) => {
    const found = await snapshots.list();
    const body: SnapshotList = {
      maker: snapshots.isPossible ? "server" : "none",
      snapshots: found.map((each) => ({ ...each, takenAt: city.clock.toIso(each.takenAt) })),
    };
    return c.json(body, 200);
  };
  return documentedRoutes([
    [
      list,
      (c) => {
        readQuery(c, []);
        return all(c);
      },
      "show",
    ],
    [
      file,
      async (c) => {
        readQuery(c, []);
        const name = c.req.param("name") ?? "";
        const bytes = await snapshots.read(name);
        if (!bytes) throw new DomainError("not-found", { what: "snapshot", id: name });
        const type = name.endsWith(".pdf") ? "application/pdf" : "image/png";
        c.header("Content-Type", type);
        c.header("Content-Disposition", `inline; filename*=UTF-8''${encodeURIComponent(name)}`);
        return c.body(bytes, 200);
      },
      "show",
    ],
    [
      take,
      async (c) => {
        readQuery(c, []);
        if (!snapshots.isPossible) throw new DomainError("no-browser", {});
        await snapshots.take();
        return all(c);
      },
      "steer",
    ],
  ]);
}
