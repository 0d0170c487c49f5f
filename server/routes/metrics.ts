import { createHash, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { Hono } from "hono";
import { requireAccess } from "../access/identity.ts";
import type { Deps } from "../deps.ts";
import { cityMetrics, ProcessMetrics } from "../operations/city-metrics.ts";
import type { RequestMetrics } from "../operations/request-metrics.ts";

type MetricsDeps = Pick<Deps, "city" | "metricsToken" | "demoAccounts">;

/** Figures for Prometheus: to administrators, to whoever has the token, and to anybody in the demo on the own machine. */
export function metricsRoutes(deps: MetricsDeps, requests: RequestMetrics) {
  const app = new Hono();
  const ofProcess = new ProcessMetrics();
  app.get("/", async (c) => {
    if (deps.demoAccounts === null && !hasToken(c, deps.metricsToken)) {
      requireAccess(c, "administer");
    }
    const parts = [requests.text(), await cityMetrics(deps.city), ofProcess.text()];
    c.header("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    c.header("Cache-Control", "no-store");
    return c.body(`${parts.join("\n")}\n`);
  });
  return app;
}

function hasToken(c: Context, token: string | null): boolean {
  const sent = /^Bearer (.+)$/.exec(c.req.header("authorization") ?? "")?.[1];
  if (token === null || sent === undefined) return false;
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(sent), digest(token));
}
