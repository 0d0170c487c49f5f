import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { UploadedPhoto } from "../../domain/contract/photos.ts";
import { DomainError } from "../../domain/errors.ts";
import { viewerOf } from "../access/identity.ts";
import { RateLimit } from "../access/rate-limit.ts";
import { seesPhoto } from "../access/sight-of.ts";
import type { City } from "../city/city.ts";
import type { Deps } from "../deps.ts";
import { takenInstant } from "../photos/attached-photos.ts";
import { packPhoto } from "../photos/pack-photo.ts";
import type { PhotoStore } from "../photos/photo-store.ts";
import { pictureType } from "../photos/picture-kind.ts";
import { PHOTO_BYTES, withSentPhoto } from "../photos/sent-photo.ts";
import { answers, answersTile, documentedRoutes } from "./api.ts";
import { readOneOf, readQuery } from "./read-query.ts";

/** Uploads by anybody, within a while. */
const ADDRESS_UPLOADS = 10;
const CITY_UPLOADS = 300;
const UPLOADS_WITHIN_MS = 15 * 60_000;

/** Where a body may be larger than others; read by `withSentPhoto`, which counts it itself. */
export const PHOTO_PATHS: readonly string[] = [
  "/api/photos",
  "/api/public/photos",
  "/api/ads/photos",
];

const sizes = ["full", "small"] as const;

const photo = createRoute({
  method: "get",
  path: "/{file}",
  summary: "A photo of a problem",
  request: {
    params: z.object({ file: z.string() }),
    query: z.object({
      size: z
        .string()
        .optional()
        .openapi({ description: "small: 320 px at the longest side, where there is such a one" }),
    }),
  },
  responses: answersTile("image/*", "PNG, JPEG or WebP"),
});

const uploadBody = {
  "image/*": { schema: z.string() },
  "multipart/form-data": { schema: z.object({ photo: z.string() }) },
};

const upload = createRoute({
  method: "post",
  path: "/",
  summary: "Upload a photo for a report to name",
  description: `One picture a request, as the body or as \`photo\` of a form, ${PHOTO_BYTES / 1024 / 1024} MB at most. JPEG, PNG or WebP by its content; kept upright, at most 2048 px, as JPEG without metadata. Nobody reads it until a report names it; one that none names within a day is removed.`,
  request: { body: { content: uploadBody } },
  responses: answers(UploadedPhoto, "Durable; the same picture is the same file"),
});

const publicUpload = createRoute({
  method: "post",
  path: "/photos",
  summary: "Upload a photo for a report without an account",
  description: `As POST /api/photos. At most ${ADDRESS_UPLOADS} from one address and ${CITY_UPLOADS} in all within a quarter of an hour, then 429.`,
  request: { body: { content: uploadBody } },
  responses: answers(UploadedPhoto, "Durable; the same picture is the same file"),
});

export function photoRoutes({ city, photos }: Pick<Deps, "city" | "photos">) {
  return documentedRoutes([
    [
      photo,
      async (c) => {
        const { size } = readQuery(c, ["size"]);
        const isSmall = readOneOf("size", size, sizes, "full") === "small";
        const file = c.req.param("file") ?? "";
        if (!(await seesPhoto(city, viewerOf(c), file))) {
          throw new DomainError("not-found", { what: "photo", id: file });
        }
        const bytes =
          (await photos.read(file, isSmall)) ?? (await packPhoto(city.pack.folder, file));
        const type = bytes && pictureType(bytes);
        if (!bytes || !type) throw new DomainError("not-found", { what: "photo", id: file });
        return c.body(new Uint8Array(bytes), 200, {
          "Content-Type": type,
          "Cache-Control": "private, max-age=86400",
        });
      },
    ],
    [upload, (c) => uploadedPhoto(c, city, photos), "report"],
  ]);
}

/** For those without an account. */
export function publicPhotoRoutes({
  city,
  photos,
  clientAddress,
}: Pick<Deps, "city" | "photos" | "clientAddress">) {
  const { now } = city;
  const byAddress = new RateLimit({ most: ADDRESS_UPLOADS, withinMs: UPLOADS_WITHIN_MS, now });
  const inCity = new RateLimit({ most: CITY_UPLOADS, withinMs: UPLOADS_WITHIN_MS, now });
  return documentedRoutes([
    [
      publicUpload,
      (c) => {
        byAddress.take(clientAddress(c));
        inCity.take("city");
        return uploadedPhoto(c, city, photos);
      },
      "open",
    ],
  ]);
}

/** Takes the one picture of a request. */
export async function uploadedPhoto(
  c: Context,
  { clock }: City,
  photos: PhotoStore,
): Promise<Response> {
  readQuery(c, []);
  const { takenAt, ...kept } = await withSentPhoto(c, (bytes) => photos.take(bytes));
  const t = takenInstant(takenAt, clock);
  const answer = { ...kept, takenAt: t === null ? null : clock.toIso(t) };
  return c.json(answer satisfies UploadedPhoto, 200);
}
