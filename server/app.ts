import { randomUUID } from "node:crypto";
import { OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import { secureHeaders } from "hono/secure-headers";
import { DomainError } from "../domain/errors.ts";
import { auditedFiles } from "./access/audited-files.ts";
import { identifying } from "./access/identity.ts";
import { clientFiles } from "./client-files.ts";
import type { Deps } from "./deps.ts";
import { errorResponse } from "./error-response.ts";
import { identifyingByKey } from "./open311/open311-access.ts";
import { followingRevision } from "./operations/follow-revision.ts";
import { isQuiet, observingRequests } from "./operations/observe-requests.ts";
import { RequestMetrics } from "./operations/request-metrics.ts";
import { readableAddress } from "./readable-address.ts";
import { accountRoutes } from "./routes/account.ts";
import { accountsRoutes } from "./routes/accounts.ts";
import { adFileRoutes } from "./routes/ad-files.ts";
import { AD_IMPORT_PATH, adImportRoutes } from "./routes/ad-import.ts";
import { adInventoryRoutes } from "./routes/ad-inventory.ts";
import { adPlanSiteRoutes } from "./routes/ad-plan-sites.ts";
import { adPlanRoutes } from "./routes/ad-plans.ts";
import { adRulesRoutes } from "./routes/ad-rules.ts";
import { adsRoutes } from "./routes/ads.ts";
import { basemapRoutes } from "./routes/basemap.ts";
import { briefRoutes } from "./routes/briefs.ts";
import { calendarRoutes } from "./routes/calendar.ts";
import { caseRateRoutes } from "./routes/case-rates.ts";
import { caseRoutes } from "./routes/cases.ts";
import { casesInHandRoutes } from "./routes/cases-in-hand.ts";
import { cityRoutes } from "./routes/city.ts";
import { docsPage, type OpenApiDocument } from "./routes/docs-page.ts";
import { dutyRoutes } from "./routes/duties.ts";
import { dutyAtRoutes } from "./routes/duty-at.ts";
import { dutyDefectRoutes } from "./routes/duty-defects.ts";
import { dutyScopeRoutes } from "./routes/duty-scopes.ts";
import { DUTY_IMPORT_BYTES, DUTY_IMPORT_PATH, dutyTableRoutes } from "./routes/duty-table.ts";
import { healthRoutes } from "./routes/health.ts";
import { heatRoutes } from "./routes/heat.ts";
import { hotSpotRoutes } from "./routes/hot-spots.ts";
import { liveRoutes } from "./routes/live.ts";
import { metricsRoutes } from "./routes/metrics.ts";
import { myRoutes } from "./routes/my.ts";
import { open311Routes } from "./routes/open311.ts";
import { open311DiscoveryRoutes } from "./routes/open311-discovery.ts";
import { PHOTO_PATHS, photoRoutes, publicPhotoRoutes } from "./routes/photos.ts";
import { problemByIdRoutes } from "./routes/problem.ts";
import { problemClusterRoutes } from "./routes/problem-clusters.ts";
import { problemRoutes } from "./routes/problems.ts";
import { problemsNearRoutes } from "./routes/problems-near.ts";
import { publicReportRoutes } from "./routes/public-reports.ts";
import { publicSpotRoutes } from "./routes/public-spots.ts";
import { BODY_LIMIT_BYTES } from "./routes/read-body.ts";
import { recurrenceRoutes } from "./routes/recurrence.ts";
import { recurrenceParameterRoutes } from "./routes/recurrence-parameters.ts";
import { recurrencePlaceRoutes } from "./routes/recurrence-places.ts";
import { recurrenceSummaryRoutes } from "./routes/recurrence-summary.ts";
import { responsibilityRoutes } from "./routes/responsibility.ts";
import { screenRoutes } from "./routes/screen.ts";
import { screenAlertRoutes } from "./routes/screen-alerts.ts";
import { screenReadRoutes } from "./routes/screen-reads.ts";
import { isWallPicturePath, screenSnapshotRoutes } from "./routes/screen-snapshots.ts";
import { screenWallRoutes } from "./routes/screen-walls.ts";
import { searchRoutes } from "./routes/search.ts";
import { signRoutes } from "./routes/signs.ts";
import { suggestionRoutes } from "./routes/suggestions.ts";
import { urgeRoutes } from "./routes/urges.ts";
import { visitRoutes } from "./routes/visits.ts";
import { wallMapRoutes } from "./routes/wall-maps.ts";
import { wallRoutes } from "./routes/walls.ts";
import { waysInRoutes } from "./routes/ways-in.ts";
import { workOrderRoutes } from "./routes/work-orders.ts";
import { zoneChangeRoutes } from "./routes/zone-changes.ts";
import { zoneRoutes } from "./routes/zones.ts";
import { sameOrigin } from "./same-origin.ts";
import { WALL_PICTURE_BYTES } from "./screen/checked-picture.ts";

type Env = { Variables: { requestId: string } };

/** Every route on one line; the order matters only where a fixed name and an id share a prefix. */
export function createApp(deps: Deps) {
  const app = new OpenAPIHono<Env>();

  app.use(async (c, next) => {
    c.set("requestId", randomUUID());
    c.header("X-Request-Id", c.get("requestId"));
    await next();
  });
  const requests = new RequestMetrics();
  app.use(
    observingRequests((seen) => {
      requests.observe(seen);
      deps.log({ level: isQuiet(seen) ? "debug" : "info", message: "request", ...seen });
    }),
  );
  app.use("/api/*", async (c, next) => {
    await next();
    if (!c.res.headers.has("Cache-Control")) c.res.headers.set("Cache-Control", "no-cache");
  });
  app.use(secureHeaders({ contentSecurityPolicy, crossOriginEmbedderPolicy: false }));
  app.use("/api/*", sameOrigin);
  app.use("/api/*", readableAddress);
  app.use("/api/*", identifying(deps.identify));
  app.use("/api/*", followingRevision(deps.city));
  app.use("/metrics", identifying(deps.identify));
  app.use("/api/*", auditedFiles(deps.city));
  app.use("/api/*", compress());
  const limit = limitOf(BODY_LIMIT_BYTES);
  const importLimit = limitOf(DUTY_IMPORT_BYTES);
  const pictureLimit = limitOf(WALL_PICTURE_BYTES);
  app.use("/api/*", (c, next) => {
    if (PHOTO_PATHS.includes(c.req.path)) return next();
    if (c.req.method === "POST" && isWallPicturePath(c.req.path)) return pictureLimit(c, next);
    const isImport = c.req.path === DUTY_IMPORT_PATH || c.req.path === AD_IMPORT_PATH;
    return (isImport ? importLimit : limit)(c, next);
  });
  for (const path of taggedPaths) app.get(path, etag({ weak: true }));

  app.route("/api/health", healthRoutes(deps));
  app.route("/api/account", accountRoutes(deps));
  app.route("/api/account", waysInRoutes(deps));
  app.route("/api/accounts/walls", wallRoutes(deps));
  app.route("/api/accounts", accountsRoutes(deps));
  app.all("/api/auth/*", (c) => deps.accounts.handle(c));
  app.route("/api/city", cityRoutes(deps));
  app.route("/api/zones", zoneRoutes(deps));
  app.route("/api/zones/changes", zoneChangeRoutes(deps));
  app.route("/api/duties", dutyRoutes(deps));
  app.route("/api/duties", dutyDefectRoutes(deps));
  app.route("/api/duties", dutyTableRoutes(deps));
  app.route("/api/duties", dutyScopeRoutes(deps));
  app.route("/api/duty-at", dutyAtRoutes(deps));
  app.route("/api/problems/clusters", problemClusterRoutes(deps));
  app.route("/api/problems", problemRoutes(deps));
  app.route("/api", heatRoutes(deps));
  app.route("/api/problems/near", problemsNearRoutes(deps));
  app.route("/api/problems", problemByIdRoutes(deps));
  app.route("/api/problems", urgeRoutes(deps));
  app.route("/api", caseRoutes(deps));
  app.route("/api/cases", visitRoutes(deps));
  app.route("/api/cases", casesInHandRoutes(deps));
  app.route("/api/cases/rates", caseRateRoutes(deps));
  app.route("/api/recurrence", recurrenceRoutes(deps));
  app.route("/api/recurrence/places", recurrencePlaceRoutes(deps));
  app.route("/api/recurrence/suggestions", suggestionRoutes(deps));
  app.route("/api/recurrence", recurrenceSummaryRoutes(deps));
  app.route("/api/recurrence", recurrenceParameterRoutes(deps));
  app.route("/api/hot-spots", hotSpotRoutes(deps));
  app.route("/api/calendar", calendarRoutes(deps));
  app.route("/api/responsibility", responsibilityRoutes(deps));
  app.route("/api/live", liveRoutes(deps));
  app.route("/api/my", myRoutes(deps));
  app.route("/api/work-orders", workOrderRoutes(deps));
  app.route("/api/briefs", briefRoutes(deps));
  app.route("/api/photos", photoRoutes(deps));
  app.route("/api/public", publicPhotoRoutes(deps));
  app.route("/api/public", publicSpotRoutes(deps));
  app.route("/api/public", publicReportRoutes(deps));
  app.route("/api/ads", adsRoutes(deps));
  app.route("/api/ads", adInventoryRoutes(deps));
  app.route("/api/ads", adImportRoutes(deps));
  app.route("/api/ads", adRulesRoutes(deps));
  app.route("/api/ads", adPlanRoutes(deps));
  app.route("/api/ads", adPlanSiteRoutes(deps));
  app.route("/api/ads", adFileRoutes(deps));
  app.route("/api/screen", screenRoutes(deps));
  app.route("/api/screen", screenReadRoutes(deps));
  app.route("/api/screen/walls", screenWallRoutes(deps));
  app.route("/api/screen/alerts", screenAlertRoutes(deps));
  app.route("/api/screen/snapshots", screenSnapshotRoutes(deps));
  app.route("/api/search", searchRoutes(deps));
  app.route("/api/signs", signRoutes(deps));
  app.route("/api/wall-maps", wallMapRoutes(deps));
  app.route("/api/tiles/basemap", basemapRoutes(deps));

  app.use("/open311/*", async (c, next) => {
    await next();
    c.res.headers.set("Cache-Control", "no-cache");
  });
  app.use("/open311/*", sameOrigin);
  app.use("/open311/*", readableAddress);
  app.use("/open311/*", compress());
  app.use("/open311/*", limit);
  app.use("/open311/*", identifyingByKey(deps.identifyKey));
  app.route("/open311", open311DiscoveryRoutes(deps));
  app.route("/open311/v2", open311Routes(deps));

  app.route("/metrics", metricsRoutes(deps, requests));
  const document = () => app.getOpenAPI31Document(documentInfo(deps.version));
  app.get("/api/openapi.json", (c) => c.json(document()));
  app.get("/api/docs", (c) => c.html(docsPage(document() as unknown as OpenApiDocument)));
  app.all("/api/*", (c) => {
    throw new DomainError("no-such-route", { path: c.req.path });
  });
  app.all("/open311/*", (c) => {
    throw new DomainError("no-such-route", { path: c.req.path });
  });
  if (deps.clientFolder !== null) app.route("/", clientFiles(deps.clientFolder));

  app.notFound((c) =>
    errorResponse(new DomainError("no-such-route", { path: c.req.path }), c, deps),
  );
  app.onError((error, c) => errorResponse(error, c, deps));
  return app;
}

/** Reads whose answer may well be the same again; a problem's own tag is its version. */
const taggedPaths = [
  "/api/city",
  "/api/zones",
  "/api/duties",
  "/api/problems",
  "/api/problems/count",
  "/api/problems/trend",
  "/api/problems/clusters/*",
  "/api/problems/density/*",
  "/api/problems/reported/*",
  "/api/hot-spots",
  "/api/calendar",
  "/api/recurrence/*",
  "/api/responsibility/*",
  "/api/ads/audit",
  "/api/ads/roads",
  "/api/ads/spots",
] as const;

/** Styles come from the components' own style elements; nothing else is inline, nothing comes from another host. */
const contentSecurityPolicy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", "data:", "blob:"],
  workerSrc: ["'self'", "blob:"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'self'"],
  frameAncestors: ["'self'"],
  formAction: ["'self'"],
};

function limitOf(limitBytes: number) {
  return bodyLimit({
    maxSize: limitBytes,
    onError: () => {
      throw new DomainError("body-too-large", { limitBytes });
    },
  });
}

function documentInfo(version: string) {
  return {
    openapi: "3.1.0",
    info: {
      title: "网格一张图 API",
      version,
      description:
        "Times are ISO 8601 with offset, coordinates [lng, lat] in WGS 84. Every problem read takes the same filter.",
    },
  };
}
