import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { adStates } from "../../domain/ads/ad.ts";
import {
  AdsNear,
  InventoryAd,
  InventoryAds,
  NewInventoryAd,
} from "../../domain/contract/ads-inventory.ts";
import { UploadedPhoto } from "../../domain/contract/photos.ts";
import { DomainError } from "../../domain/errors.ts";
import { badParameter } from "../../domain/parse-filter.ts";
import { viewerOf } from "../access/identity.ts";
import type { AdInventory, KnownAd } from "../ads/inventory/ad-inventory.ts";
import type { City } from "../city/city.ts";
import type { Deps } from "../deps.ts";
import { PHOTO_BYTES } from "../photos/sent-photo.ts";
import { registerAd } from "../services/register-ad.ts";
import { inventoryAd } from "./ad-inventory-body.ts";
import { adsNearBody } from "./ads-near-body.ts";
import { answers, answersChange, answersOne, answersTile, documentedRoutes } from "./api.ts";
import { uploadedPhoto } from "./photos.ts";
import { readBody } from "./read-body.ts";
import { readDegrees, readInteger, readOneOf, readQuery } from "./read-query.ts";

const FILTERS = ["carrier", "state", "theme", "road"] as const;
const PAGE = { min: 1, max: 500, absent: 100 };

const list = createRoute({
  method: "get",
  path: "/inventory",
  summary: "Ads as they are known: the pack's, and those registered or imported here",
  request: {
    query: z.object({
      carrier: z.string().optional().openapi({ description: "Code, or the word it is kept as" }),
      state: z.enum(adStates).optional(),
      theme: z.string().optional(),
      road: z.string().optional().openapi({ description: "Key of the road that is its host" }),
      limit: z.string().optional(),
      cursor: z.string().optional(),
    }),
  },
  responses: answers(InventoryAds, "By id"),
});

const OneAd = z.object({ id: z.string() });

const one = createRoute({
  method: "get",
  path: "/inventory/{id}",
  summary: "An ad, and the road that it serves",
  request: { params: OneAd },
  responses: answersOne(InventoryAd, "404 for one that nobody knows"),
});

const photo = createRoute({
  method: "get",
  path: "/inventory/{id}/photo",
  summary: "The picture of an ad that was registered here",
  request: { params: OneAd, query: z.object({ size: z.string().optional() }) },
  responses: answersTile("image/jpeg", "small: 320 px at the longest side"),
});

const register = createRoute({
  method: "post",
  path: "/inventory",
  summary: "Register an ad in the street, or say how a known one is now",
  description:
    "With `id` the known one is changed: what is not said stays. The same clientId again answers the ad it made and changes nothing. `photo` names an upload of POST /api/ads/photos.",
  request: { body: { content: { "application/json": { schema: NewInventoryAd } } } },
  responses: {
    ...answersChange(InventoryAd, "It was known, or was registered under this clientId before"),
    201: {
      description: "New, and durable",
      content: { "application/json": { schema: InventoryAd } },
    },
  },
});

const upload = createRoute({
  method: "post",
  path: "/photos",
  summary: "Upload a picture of an ad for a registration to name",
  description: `As POST /api/photos; ${PHOTO_BYTES / 1024 / 1024} MB at most.`,
  request: { body: { content: { "image/*": { schema: z.string() } } } },
  responses: answers(UploadedPhoto, "Durable; the same picture is the same file"),
});

const near = createRoute({
  method: "get",
  path: "/near",
  summary: "Ads about a spot, the road that one there would serve, and whether another is too near",
  request: {
    query: z.object({
      lng: z.string(),
      lat: z.string(),
      facing: z.string().optional(),
      carrier: z.string().optional(),
    }),
  },
  responses: answers(AdsNear, "Within 60 m, and further where the rules keep ads further apart"),
});

type Needed = Pick<Deps, "city" | "photos" | "adInventory">;

export function adInventoryRoutes({ city, photos, adInventory }: Needed) {
  async function known(c: Context): Promise<KnownAd> {
    const id = c.req.param("id") ?? "";
    const found = (await adInventory.known()).get(id);
    if (found) return found;
    throw new DomainError("not-found", { what: "ad", id });
  }
  async function shown(c: Context, ad: KnownAd): Promise<InventoryAd> {
    const [placed] = (await adInventory.place([ad.record])) ?? [];
    return inventoryAd(ad, placed, { clock: city.clock, viewer: viewerOf(c) });
  }
  async function attach(file: string): Promise<void> {
    if (!(await photos.attach(file))) throw new DomainError("unknown-photo", { file });
  }
  return documentedRoutes([
    [
      list,
      async (c) => c.json((await inventoryPage(c, city, adInventory)) satisfies InventoryAds, 200),
      "register-ads",
    ],
    [
      one,
      async (c) => {
        readQuery(c, []);
        return c.json((await shown(c, await known(c))) satisfies InventoryAd, 200);
      },
      "register-ads",
    ],
    [
      photo,
      async (c) => {
        const { size } = readQuery(c, ["size"]);
        const isSmall = readOneOf("size", size, ["full", "small"], "full") === "small";
        const { record } = await known(c);
        const bytes = record.photo ? await photos.read(record.photo, isSmall) : null;
        if (!bytes) throw new DomainError("not-found", { what: "photo", id: record.photo ?? "" });
        return c.body(new Uint8Array(bytes), 200, {
          "Content-Type": "image/jpeg",
          "Cache-Control": "private, max-age=3600",
        });
      },
      "register-ads",
    ],
    [
      register,
      async (c) => {
        readQuery(c, []);
        const sent = await readBody(c, NewInventoryAd);
        const viewer = viewerOf(c);
        const context = { city, actor: viewer.account, viewer };
        const { id, isNew } = await registerAd(context, sent, {
          known: () => adInventory.known(),
          attach,
        });
        const ad = (await adInventory.known()).get(id);
        if (!ad) throw new DomainError("not-found", { what: "ad", id });
        return c.json((await shown(c, ad)) satisfies InventoryAd, isNew ? 201 : 200);
      },
      "register-ads",
    ],
    [upload, (c) => uploadedPhoto(c, city, photos), "register-ads"],
    [
      near,
      async (c) => {
        const query = readQuery(c, ["lng", "lat", "facing", "carrier"]);
        const spot = {
          x: readDegrees("lng", query.lng, 180),
          y: readDegrees("lat", query.lat, 90),
          facing: query.facing === undefined ? null : readDegrees("facing", query.facing, 360),
          carrier: query.carrier ?? null,
        };
        return c.json(
          (await adsNearBody(city, adInventory, spot, viewerOf(c))) satisfies AdsNear,
          200,
        );
      },
      "register-ads",
    ],
  ]);
}

async function inventoryPage(
  c: Context,
  { clock }: City,
  inventory: AdInventory,
): Promise<InventoryAds> {
  const query = readQuery(c, [...FILTERS, "limit", "cursor"]);
  const state = query.state && readOneOf("state", query.state, adStates, "ok");
  const limit = readInteger("limit", query.limit, PAGE);
  const after = readIdCursor(query.cursor);
  const matching = [...(await inventory.known()).values()].filter(
    ({ record }) =>
      (state === undefined || record.state === state) &&
      (query.carrier === undefined || record.carrier === query.carrier) &&
      (query.theme === undefined || record.theme === query.theme),
  );
  const found = query.road === undefined ? matching : await onRoad(inventory, query.road, matching);
  const rest = after === null ? found : found.filter(({ record }) => record.id > after);
  const page = rest.slice(0, limit);
  const placed = await inventory.place(page.map(({ record }) => record));
  const last = rest.length > limit ? page.at(-1) : undefined;
  return {
    total: found.length,
    ads: page.map((ad, i) => inventoryAd(ad, placed?.[i], { clock, viewer: viewerOf(c) })),
    nextCursor: last ? Buffer.from(last.record.id).toString("base64url") : null,
  };
}

async function onRoad(
  inventory: AdInventory,
  key: string,
  ads: readonly KnownAd[],
): Promise<KnownAd[]> {
  const spots = ads.map((ad) => ({ ad, ...ad.record }));
  return (await inventory.hostedBy(key, spots)).map(({ ad }) => ad);
}

function readIdCursor(text: string | undefined): string | null {
  if (text === undefined) return null;
  const id = Buffer.from(text, "base64url").toString("utf8");
  if (id !== "" && Buffer.from(id).toString("base64url") === text) return id;
  throw badParameter("cursor", text, "the nextCursor of the page before");
}
