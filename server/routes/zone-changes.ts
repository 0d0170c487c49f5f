import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import {
  type TopologyFindingBody,
  ZoneChangeBody,
  ZoneChangeHistory,
  ZoneChangeResult,
  ZoneChangeUndo,
  zoneActKinds,
} from "../../domain/contract/zone-changes.ts";
import type { TopologyFinding } from "../../domain/spatial/zone-topology.ts";
import { keptZoneChange } from "../../domain/zone-change.ts";
import { viewerOf } from "../access/identity.ts";
import type { City } from "../city/city.ts";
import type { Deps } from "../deps.ts";
import { changeZones, previewZoneChange, type ZoneAct } from "../services/change-zones.ts";
import type { ServiceContext } from "../services/service-context.ts";
import { undoZoneAct } from "../services/undo-zone-act.ts";
import { answers, answersChange, documentedRoutes } from "./api.ts";
import { readBody } from "./read-body.ts";
import { readOneOf, readQuery } from "./read-query.ts";

const history = createRoute({
  method: "get",
  path: "/",
  summary: "Every act on the borders of zones, newest first",
  responses: answers(ZoneChangeHistory, "Edited, split, merged, added, taken back"),
});

const change = createRoute({
  method: "post",
  path: "/",
  summary: "Zones are drawn otherwise from a day on",
  request: {
    query: z.object({ preview: z.enum(["1"]).optional() }),
    body: { content: { "application/json": { schema: ZoneChangeBody } } },
  },
  responses: answersChange(ZoneChangeResult, "What it does; 409 for gaps or overlaps not accepted"),
});

const undo = createRoute({
  method: "post",
  path: "/undo",
  summary: "Take the newest change of borders back",
  request: { body: { content: { "application/json": { schema: ZoneChangeUndo } } } },
  responses: answersChange(ZoneChangeResult, "As it was before"),
});

export function zoneChangeRoutes({ city }: Pick<Deps, "city">) {
  const contextOf = (c: Context): ServiceContext => ({ city, actor: viewerOf(c).account });
  return documentedRoutes([
    [
      history,
      async (c) => {
        readQuery(c, []);
        const acts = await city.storage.auditOf("zone", "");
        const newest = acts.at(-1)?.id;
        const entries = acts.reverse().map((row) => historyEntry(city, row, newest));
        return c.json({ entries } satisfies ZoneChangeHistory, 200);
      },
      "register",
    ],
    [
      change,
      async (c) => {
        const query = readQuery(c, ["preview"]);
        const isPreview = readOneOf("preview", query.preview, ["1", ""], "") === "1";
        const sent = await readBody(c, ZoneChangeBody);
        const act = await (isPreview ? previewZoneChange : changeZones)(contextOf(c), sent);
        return c.json(actBody(act), 200);
      },
      "register",
    ],
    [
      undo,
      async (c) => {
        readQuery(c, []);
        const { revision } = await readBody(c, ZoneChangeUndo);
        return c.json(actBody(await undoZoneAct(contextOf(c), revision)), 200);
      },
      "register",
    ],
  ]);
}

function actBody({ saved, removed, findings, cured, ...rest }: ZoneAct): ZoneChangeResult {
  return {
    ...rest,
    saved: [...saved],
    removed: [...removed],
    findings: findings.map(findingBody),
    cured: cured.map(findingBody),
  };
}

function findingBody(finding: TopologyFinding): TopologyFindingBody {
  switch (finding.kind) {
    case "not-checked":
      return { kind: finding.kind, ids: [...finding.ids], areaM2: null, at: null };
    case "gap": {
      const { kind, neighbours, areaM2, at } = finding;
      return { kind, ids: [...neighbours], areaM2, at: [at[0], at[1]] };
    }
    default: {
      const { kind, id, otherId, areaM2, at } = finding;
      return { kind, ids: [id, otherId], areaM2, at: [at[0], at[1]] };
    }
  }
}

type AuditRow = Awaited<ReturnType<City["storage"]["auditOf"]>>[number];

function historyEntry(
  city: City,
  { id, at, actor, action, after }: AuditRow,
  newest: number | undefined,
): ZoneChangeHistory["entries"][number] {
  const kept: Record<string, unknown> = { ...(after ?? {}) };
  const { save, remove } = keptZoneChange(kept.zones) ?? { save: [], remove: [] };
  const effective = typeof kept.effective === "number" ? kept.effective : at;
  const begun = save.filter(({ to }) => to === null).map(({ zone }) => zone);
  const standing = new Set<string>(begun.map((zone) => zone.id));
  const ended = [
    ...save.filter(({ to }) => to !== null).map(({ zone }) => zone.id),
    ...remove.map((key) => key.id),
  ];
  return {
    revision: id,
    at: city.clock.toIso(at),
    effective: city.clock.toIso(effective),
    kind: zoneActKinds.find((kind) => kind === action) ?? "edit",
    actor,
    reason: typeof kept.reason === "string" ? kept.reason : null,
    saved: begun.map((zone) => ({ id: zone.id, name: zone.name })),
    removed: [...new Set(ended)]
      .filter((zone) => !standing.has(zone))
      .map((zone) => ({ id: zone, name: city.tables.registry.zones.newest(zone)?.name ?? zone })),
    canUndo: id === newest && action !== "undo",
  };
}
