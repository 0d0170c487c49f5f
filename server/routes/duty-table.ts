import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { DutyImport } from "../../domain/contract/duty-import.ts";
import type { DutyScope } from "../../domain/duty.ts";
import { type DutyRow, planDutyImport } from "../../domain/duty-import.ts";
import { DomainError } from "../../domain/errors.ts";
import { viewerOf } from "../access/identity.ts";
import type { City } from "../city/city.ts";
import type { Deps } from "../deps.ts";
import { dutyCsv, dutyCsvTemplate, dutyWorkbook } from "../exports/duty-table.ts";
import { XLSX_TYPE } from "../exports/xlsx-file.ts";
import type { DutyTableError } from "../imports/duties/duty-row-message.ts";
import { type DutyTableTargets, readDutyTable } from "../imports/duties/read-duty-table.ts";
import { importDuties } from "../services/import-duties.ts";
import { answers, answersChange, documentedRoutes } from "./api.ts";
import { dutyBody, scopeBody } from "./duty-body.ts";
import { readOneOf, readQuery } from "./read-query.ts";

/** Where a table may be larger than other bodies. */
export const DUTY_IMPORT_PATH = "/api/duties/import";
export const DUTY_IMPORT_BYTES = 16 * 1024 * 1024;
/** Errors and changes that a preview shows. */
const SHOWN = 500;

const switched = z.enum(["0", "1"]).optional();

const tableAs = (ending: "xlsx" | "csv") =>
  createRoute({
    method: "get",
    path: `/table.${ending}`,
    summary: "The duty table, past and to come, as XLSX or CSV with Chinese headings",
    request: { query: z.object({ template: switched }) },
    responses: answers(z.string(), "A file; with template=1 headings and how to fill them in"),
  });

const take = createRoute({
  method: "post",
  path: "/import",
  summary: "Take a duty table in, XLSX or CSV, as multipart `file` or as the body",
  request: { query: z.object({ preview: switched }) },
  responses: answersChange(DutyImport, "With preview=1 nothing is written; nor with any error"),
});

export function dutyTableRoutes({ city }: Pick<Deps, "city">) {
  return documentedRoutes([
    [tableAs("xlsx"), (c) => tableFile(c, city, "xlsx"), "export"],
    [tableAs("csv"), (c) => tableFile(c, city, "csv"), "export"],
    [
      take,
      async (c) => {
        const query = readQuery(c, ["preview"]);
        const isPreview = readOneOf("preview", query.preview, ["0", "1"], "0") === "1";
        const { name, bytes } = await sentFile(c);
        const { rows, errors } = await readDutyTable(bytes, targetsOf(city));
        const preview = previewOf(city, rows, errors);
        if (isPreview) return c.json(preview satisfies DutyImport, 200);
        const [first] = errors;
        if (first) {
          const problem = `共 ${errors.length} 处错误，未写入：${first.message}`;
          throw new DomainError("bad-body", { path: name, problem });
        }
        const { revision, change } = await importDuties(
          { city, actor: viewerOf(c).account },
          rows,
          name,
        );
        const isKept = change.save.length > 0;
        return c.json({ ...preview, revision: isKept ? revision : null } satisfies DutyImport, 200);
      },
      "register",
    ],
  ]);
}

function tableFile(c: Context, city: City, ending: "xlsx" | "csv"): Response {
  const query = readQuery(c, ["template"]);
  const isTemplate = readOneOf("template", query.template, ["0", "1"], "0") === "1";
  const duties = isTemplate ? [] : city.tables.registry.duties;
  const words = { nameOf: scopeNames(city), clock: city.clock };
  const title = isTemplate ? "责任表模板" : `责任表-${city.clock.toDate(city.now())}`;
  const name = encodeURIComponent(`${title}.${ending}`);
  c.header("Content-Disposition", `attachment; filename*=UTF-8''${name}`);
  if (ending === "xlsx")
    return c.body(dutyWorkbook(duties, words), 200, { "Content-Type": XLSX_TYPE });
  const text = isTemplate ? dutyCsvTemplate() : dutyCsv(duties, words);
  return c.body(text, 200, { "Content-Type": "text/csv; charset=utf-8" });
}

async function sentFile(c: Context): Promise<{ name: string; bytes: Uint8Array }> {
  const type = c.req.header("content-type") ?? "";
  if (!/^multipart\/form-data\b/i.test(type)) {
    return { name: "责任表", bytes: new Uint8Array(await c.req.arrayBuffer()) };
  }
  const { file } = await sentForm(c);
  if (!(file instanceof File)) {
    throw new DomainError("bad-body", { path: "file", problem: "a file expected" });
  }
  return { name: file.name.slice(0, 100), bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** A form that is cut off or is none is the sender's mistake, not ours. */
async function sentForm(c: Context): Promise<{ readonly file?: unknown }> {
  try {
    return await c.req.parseBody();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new DomainError("bad-body", { path: "file", problem: "a complete form expected" });
  }
}

function previewOf(
  city: City,
  rows: readonly DutyRow[],
  errors: readonly DutyTableError[],
): DutyImport {
  const { added, changed, unchanged } = planDutyImport(city.tables.registry.duties, rows);
  const changes = [...added.map((each) => ({ ...each, before: null })), ...changed]
    .sort((a, b) => a.row - b.row)
    .slice(0, SHOWN);
  return {
    rows: rows.length,
    added: added.length,
    changed: changed.length,
    unchanged,
    errorCount: errors.length,
    errors: errors.slice(0, SHOWN),
    changes: changes.map(({ row, duty, isNamed, before }) => ({
      row,
      duty: { ...dutyBody(city, duty), id: isNamed ? duty.id : "" },
      before: before && dutyBody(city, before),
    })),
    revision: null,
  };
}

function targetsOf(city: City): DutyTableTargets {
  const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  const { pack, tables, clock } = city;
  return {
    zoneIds: new Set(tables.registry.zones.ids),
    sectionIds: ids(pack.roads),
    riverIds: ids(pack.rivers),
    unitIds: ids(pack.units),
    tree: tables.tree,
    clock,
    nameOf: scopeNames(city),
  };
}

/** Names of scopes, each looked up once. */
function scopeNames(city: City): (scope: DutyScope) => string | null {
  const { roads, rivers } = city.pack;
  const named = (list: readonly { readonly id: string; readonly name: string | null }[]) =>
    new Map(list.map(({ id, name }) => [id, name]));
  const names = { section: named(roads), river: named(rivers) };
  return (scope) =>
    scope.type === "section" || scope.type === "river"
      ? (names[scope.type].get(scope.id) ?? null)
      : scopeBody(city, scope).name;
}
