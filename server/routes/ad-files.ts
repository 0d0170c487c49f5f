import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { AdPlanStamp, AdStamp } from "../../domain/ads/plan-dossier.ts";
import type { AdStamp as StampBody } from "../../domain/contract/ads.ts";
import { DomainError } from "../../domain/errors.ts";
import { adPapersTexts } from "../../domain/text/ad-papers-text.ts";
import { auditFormats, type PlanFormat, planFormats } from "../ads/ad-files.ts";
import { stampOfAds } from "../ads/city-ads.ts";
import type { Deps } from "../deps.ts";
import { XLSX_TYPE } from "../exports/xlsx-file.ts";
import { readAdView } from "./ad-view-query.ts";
import { documentedRoutes } from "./api.ts";
import { zoneToday } from "./known-today.ts";
import { answersFile, readLanguage } from "./paper-answer.ts";
import { readOneOf, readQuery } from "./read-query.ts";

const lang = z.string().optional().openapi({ description: "zh (default) or en" });

const audit = createRoute({
  method: "get",
  path: "/audit/export",
  summary: "The audit as a workbook or as GeoJSON",
  request: {
    query: z.object({ format: z.enum(auditFormats), rules: z.string().optional(), lang }),
  },
  responses: answersFile(XLSX_TYPE, "Stamped with rules, data and time"),
});

const plan = createRoute({
  method: "get",
  path: "/plans/{id}/export",
  summary: "A plan as GeoJSON, KML, workbook, map book, or list of work orders by unit",
  request: {
    params: z.object({ id: z.string() }),
    query: z.object({
      format: z.enum(planFormats),
      zone: z.string().optional().openapi({ description: "What lies in this zone alone" }),
      lang,
    }),
  },
  responses: answersFile(XLSX_TYPE, "Stamped with rules, data, time, name and proof"),
});

const files = {
  geojson: ["application/geo+json", "geojson", "plan"],
  kml: ["application/vnd.google-earth.kml+xml", "kml", "plan"],
  xlsx: [XLSX_TYPE, "xlsx", "plan"],
  pdf: ["application/pdf", "pdf", "book"],
  orders: ["application/pdf", "pdf", "orders"],
  "orders-xlsx": [XLSX_TYPE, "xlsx", "orders"],
} as const satisfies Record<PlanFormat, readonly [string, string, "plan" | "book" | "orders"]>;

export function adFileRoutes(deps: Pick<Deps, "city" | "ads" | "adPlans">) {
  const { city, ads, adPlans } = deps;
  const cityName = city.pack.manifest.name;
  return documentedRoutes([
    [
      audit,
      async (c) => {
        const query = readQuery(c, ["format", "rules", "lang"]);
        const format = readOneOf("format", query.format, auditFormats, "xlsx");
        const language = readLanguage(query.lang);
        const known = await readAdView(deps, query.rules === undefined ? {} : query);
        if (known.kind !== "view") {
          throw new DomainError("no-ad-rules", { isFileThere: known.kind !== "no-rules" });
        }
        const { rules } = known.view;
        const stamp = paperStamp(await stampOfAds(ads, known.ready, rules, city));
        const bytes = await ads.ask("auditFile", { rules, stamp, format, language });
        const name = adPapersTexts[language].fileName("audit", [
          cityName,
          stamp.madeAt.slice(0, 10),
        ]);
        return fileResponse(c, bytes, format, name);
      },
      "plan-ads",
    ],
    [
      plan,
      async (c) => {
        const query = readQuery(c, ["format", "zone", "lang"]);
        const format = readOneOf("format", query.format, planFormats, "xlsx");
        const language = readLanguage(query.lang);
        const id = c.req.param("id") ?? "";
        const view = await adPlans.viewed(id);
        const { head } = await adPlans.find(id);
        const { figures, asked } = head;
        if (!figures) throw new DomainError("ad-plan-not-done", { id });
        const stamp: AdPlanStamp = {
          ...paperStamp(head.stamp),
          scenario: head.name,
          objective: asked.objective,
          status: figures.status,
          value: figures.value,
          bound: figures.bound,
          gap: figures.gap,
          ...(asked.budget !== null && { budget: asked.budget }),
          ...(figures.unmet !== undefined && { minUnmet: figures.unmet }),
          ...(figures.broken !== undefined && { broken: figures.broken }),
        };
        const zone = query.zone === undefined ? null : zoneToday(city, query.zone);
        const wanted = { view, stamp, format, language, zone: zone?.id ?? null };
        const bytes = await ads.ask("planFile", wanted);
        const parts = [cityName, head.name, zone?.name ?? [], stamp.madeAt.slice(0, 10)].flat();
        const name = adPapersTexts[language].fileName(files[format][2], parts);
        return fileResponse(c, bytes, format, name);
      },
      "plan-ads",
    ],
  ]);
}

function paperStamp({ rules, data, at }: StampBody): AdStamp {
  return {
    rulesVersion: rules.version,
    rulesIssuedOn: rules.issuedOn,
    rulesSource: rules.source,
    dataRevision: data,
    madeAt: at,
  };
}

function fileResponse(
  c: Context,
  bytes: Uint8Array<ArrayBuffer>,
  format: PlanFormat,
  name: string,
): Response {
  const [type, ending] = files[format];
  const safe = `${name}.${ending}`.replace(/[\\/:*?"<>|]/g, "_");
  c.header("Content-Type", type);
  c.header("Content-Disposition", `attachment; filename*=UTF-8''${encodeURIComponent(safe)}`);
  return c.body(bytes, 200);
}
