import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createRoute, z } from "@hono/zod-openapi";
import { DomainError } from "../../domain/errors.ts";
import { viewerOf } from "../access/identity.ts";
import { seesPhoto } from "../access/sight-of.ts";
import type { Deps } from "../deps.ts";
import { answersTile, documentedRoutes } from "./api.ts";
import { readQuery } from "./read-query.ts";

const photo = createRoute({
  method: "get",
  path: "/{file}",
  summary: "A photo of a problem",
  request: { params: z.object({ file: z.string() }) },
  responses: answersTile("image/*", "PNG, JPEG or WebP"),
});

/** A plain name in one folder; no dots at its start, no way out. */
const PLAIN_NAME = /^[\p{L}\p{N}_-][\p{L}\p{N}._-]{0,190}$/u;

export function photoRoutes({ city }: Pick<Deps, "city">) {
  const folder = join(city.pack.folder, "photos");
  return documentedRoutes([
    [
      photo,
      async (c) => {
        readQuery(c, []);
        const file = c.req.param("file") ?? "";
        if (!(await seesPhoto(city, viewerOf(c), file))) {
          throw new DomainError("not-found", { what: "photo", id: file });
        }
        const bytes = PLAIN_NAME.test(file)
          ? await readFile(join(folder, file)).catch(() => null)
          : null;
        const type = bytes && pictureType(bytes);
        if (!bytes || !type) throw new DomainError("not-found", { what: "photo", id: file });
        return c.body(new Uint8Array(bytes), 200, {
          "Content-Type": type,
          "Cache-Control": "private, max-age=86400",
        });
      },
    ],
  ]);
}

/** What the bytes are, whatever the name says; null for anything but the three kinds. */
function pictureType(bytes: Uint8Array): string | null {
  const starts = (offset: number, text: string) =>
    [...text].every((char, i) => bytes[offset + i] === char.charCodeAt(0));
  if (starts(0, "\x89PNG")) return "image/png";
  if (starts(0, "\xff\xd8\xff")) return "image/jpeg";
  return starts(0, "RIFF") && starts(8, "WEBP") ? "image/webp" : null;
}
