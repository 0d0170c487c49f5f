import { createHash } from "node:crypto";
import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { AdMapping } from "../../domain/ads/inventory/ad-mapping.ts";
import { AdChoices } from "../../domain/ads/inventory/merge-ads.ts";
import { AdImportReport } from "../../domain/contract/ads-import.ts";
import { DomainError } from "../../domain/errors.ts";
import { datums } from "../../domain/spatial/datum.ts";
import { viewerOf } from "../access/identity.ts";
import { spotsOf } from "../ads/inventory/ad-inventory.ts";
import type { City } from "../city/city.ts";
import type { Deps } from "../deps.ts";
import { languageOf } from "../error-response.ts";
import {
  type AdTable,
  guessedMapping,
  type ReadAds,
  readAdDrafts,
  readAdTable,
} from "../imports/ads/read-ad-file.ts";
import { importAds, previewAds } from "../services/import-ads.ts";
import { adImportReport } from "./ad-import-report.ts";
import { answersChange, documentedRoutes } from "./api.ts";
import { readOneOf, readQuery } from "./read-query.ts";

/** Where a table may be larger than other bodies. */
export const AD_IMPORT_PATH = "/api/ads/import";

const take = createRoute({
  method: "post",
  path: "/import",
  summary: "Take a table of ads in: CSV, XLSX, GeoJSON or newline-delimited GeoJSON",
  description:
    "Without a mapping the headings are guessed. Nothing is written with dryRun=1. A row that may be an ad that is known is left, taken as how that one is now, or added, as `choices` say. The same file in the same way changes nothing the second time.",
  request: {
    body: {
      content: {
        "multipart/form-data": {
          schema: z.object({
            file: z.string().openapi({ format: "binary" }),
            mapping: z.string().optional().openapi({ description: "JSON" }),
            choices: z.string().optional().openapi({ description: "JSON" }),
            crs: z.enum(datums).optional().openapi({ description: "Absent: wgs84" }),
            dryRun: z.enum(["0", "1"]).optional(),
          }),
        },
      },
    },
  },
  responses: answersChange(AdImportReport, "What the file holds and what came of it"),
});

/** Positions are tried in these too, to tell a wrong datum. */
const OTHERS = ["wgs84", "gcj02", "bd09"] as const;

export function adImportRoutes({ city, adInventory }: Pick<Deps, "city" | "adInventory">) {
  async function taken(c: Context) {
    readQuery(c, []);
    const form = await sentForm(c);
    const crs = readOneOf("crs", form.crs, datums, "wgs84");
    const isDryRun = readOneOf("dryRun", form.dryRun, ["0", "1"], "0") === "1";
    const choices = readJson("choices", form.choices, AdChoices) ?? AdChoices.parse({});
    const own = readJson("mapping", form.mapping, AdMapping);
    const bytes = new Uint8Array(await form.file.arrayBuffer());
    const table = await readAdTable(form.file.name, bytes);
    const mapping = own ?? guessedMapping(table);
    const read = await readAdDrafts(table, mapping, {
      bounds: city.bounds,
      datum: crs,
      others: OTHERS.filter((datum) => datum !== crs),
      units: unitNames(city),
    });
    const fingerprint = hashOf([bytes, JSON.stringify([mapping, crs, choices])]);
    const file = { name: table.file, fingerprint, drafts: read.drafts, choices };
    const viewer = viewerOf(c);
    const context = { city, actor: viewer.account, viewer };
    const readKnown = () => adInventory.known();
    const merged = isDryRun
      ? await previewAds(context, file, await readKnown())
      : await importAds(context, file, readKnown);
    const snapping = await adInventory.snap(snapAsked(read, crs));
    const facts = {
      table,
      read,
      mapping,
      isGuessed: own === null,
      crs,
      merged,
      snapping,
      isDryRun,
    };
    return c.json(adImportReport(facts, languageOf(c)) satisfies AdImportReport, 200);
  }
  return documentedRoutes([[take, taken, "plan-ads"]]);
}

/** What was removed serves nothing and is no sign of a wrong datum. */
function snapAsked({ drafts }: ReadAds, crs: (typeof datums)[number]) {
  const standing = drafts.filter(({ fields }) => fields.state !== "removed");
  const spots = [crs, ...OTHERS.filter((datum) => datum !== crs)].map((datum) => [
    datum,
    spotsOf(
      standing.map(({ at, otherwise, fields }) => {
        const [x, y] = (datum === crs ? at : otherwise[datum]) ?? [];
        return x === undefined || y === undefined ? null : { x, y, facing: fields.facing };
      }),
    ),
  ]);
  const rows = standing.map(({ row, id }) => ({ row, id }));
  return { rows, datum: crs, spots: Object.fromEntries(spots) };
}

/** Ids, and names that only one unit has. */
function unitNames({ pack }: City): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const twice = new Set<string>();
  for (const { id, name } of pack.units) {
    if (names.has(name)) twice.add(name);
    names.set(name, id);
  }
  for (const name of twice) names.delete(name);
  for (const { id } of pack.units) names.set(id, id);
  return names;
}

type SentForm = { readonly file: File } & Partial<
  Record<"mapping" | "choices" | "crs" | "dryRun", string>
>;

/** A form that is cut off or is none is the sender's mistake, not ours. */
async function sentForm(c: Context): Promise<SentForm> {
  const type = c.req.header("content-type") ?? "";
  if (!/^multipart\/form-data\b/i.test(type)) {
    throw new DomainError("unsupported-media-type", {
      sent: type,
      expected: "multipart/form-data",
    });
  }
  const form = await c.req.parseBody().catch((error: unknown) => {
    if (!(error instanceof TypeError)) throw error;
    throw new DomainError("bad-body", { path: "file", problem: "a complete form expected" });
  });
  const { file, ...rest } = form;
  if (!(file instanceof File)) {
    throw new DomainError("bad-body", { path: "file", problem: "a file expected" });
  }
  const texts: Partial<Record<string, string>> = {};
  for (const [name, value] of Object.entries(rest)) {
    const isKnown = ["mapping", "choices", "crs", "dryRun"].includes(name);
    if (!isKnown || typeof value !== "string") {
      throw new DomainError("bad-body", { path: name, problem: "not expected" });
    }
    texts[name] = value;
  }
  return { file, ...texts };
}

/** Null where it was not sent. */
function readJson<S extends z.ZodType>(
  path: string,
  text: string | undefined,
  schema: S,
): z.infer<S> | null {
  if (text === undefined || text === "") return null;
  const read = schema.safeParse(parsed(path, text));
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const at = [path, ...(issue?.path ?? [])].join(".");
  throw new DomainError("bad-body", { path: at, problem: issue?.message ?? "" });
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError("bad-body", { path, problem: "JSON expected" });
  }
}

function hashOf(parts: readonly (Uint8Array | string)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex").slice(0, 32);
}

export type ImportFacts = {
  readonly table: AdTable;
  readonly read: ReadAds;
  readonly mapping: AdMapping;
  readonly isGuessed: boolean;
  readonly crs: (typeof datums)[number];
  readonly merged: Awaited<ReturnType<typeof previewAds>>;
  readonly snapping: AdImportReport["snapping"];
  readonly isDryRun: boolean;
};
