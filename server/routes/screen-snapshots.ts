import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { HandedIn, SnapshotList } from "../../domain/contract/screen.ts";
import { DomainError } from "../../domain/errors.ts";
import { badParameter } from "../../domain/parse-filter.ts";
import { SceneId } from "../../domain/screen/scene.ts";
import { viewerOf } from "../access/identity.ts";
import type { Deps } from "../deps.ts";
import { checkedPicture } from "../screen/checked-picture.ts";
import { answers, answersOne, documentedRoutes } from "./api.ts";
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

/** Where a body may be larger than others. */
export const isWallPicturePath = (path: string) => /^\/api\/screen\/snapshots\/[^/]+$/.test(path);

const handIn = createRoute({
  method: "post",
  path: "/{id}",
  summary: "A wall hands in the picture of itself that it was asked for",
  description:
    "Asked for by the event snapshot.asked on the wall's own line, where the server has no browser. Each id is good once, and for the " +
    "account that was asked. A PNG, kept as it is seen, without anything else that the file holds.",
  request: {
    params: z.object({ id: z.string() }),
    query: z.object({ scene: SceneId }),
    body: {
      content: {
        "multipart/form-data": {
          schema: z.object({ file: z.string().openapi({ format: "binary" }) }),
        },
      },
    },
  },
  responses: answersOne(HandedIn, "Taken"),
});

export function screenSnapshotRoutes({
  city,
  screen,
  snapshots,
}: Pick<Deps, "city" | "screen" | "snapshots">) {
  const all = async (c: Context) => {
    const found = await snapshots.list();
    const body: SnapshotList = {
      maker: snapshots.maker,
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
        if (snapshots.maker === "none") throw new DomainError("no-browser", {});
        await snapshots.take();
        return all(c);
      },
      "steer",
    ],
    [
      handIn,
      async (c) => {
        const { scene } = readQuery(c, ["scene"]);
        const { account } = viewerOf(c);
        const id = c.req.param("id") ?? "";
        const unknown = new DomainError("not-found", { what: "snapshot", id });
        // Before the body: nobody sends one that was not asked for.
        if (!screen.pictures.isAsked(id, account)) throw unknown;
        const named = SceneId.safeParse(scene);
        if (!named.success) throw badParameter("scene", scene ?? "", "id");
        const picture = await checkedPicture(await sentPicture(c));
        if (!screen.pictures.take(id, account, { ...picture, scene: named.data })) throw unknown;
        return c.json({ id } satisfies HandedIn, 200);
      },
      "show",
    ],
  ]);
}

async function sentPicture(c: Context): Promise<Uint8Array> {
  const form = await c.req.formData().catch(() => null);
  const file = form?.get("file");
  if (!(file instanceof File)) {
    throw new DomainError("bad-body", { path: "file", problem: "a picture expected" });
  }
  return new Uint8Array(await file.arrayBuffer());
}
