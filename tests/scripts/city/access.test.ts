import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { accessRows, accessTable } from "../../../scripts/city/access.ts";
import { aCity } from "../../support/city-builder.ts";
import { everyRoute } from "../../support/every-route.ts";
import { testApp } from "../../support/test-app.ts";

const run = promisify(execFile);

const document = {
  paths: {
    "/api/problems/{id}": { get: { "x-access": "see" }, patch: { "x-access": "handle" } },
    "/api/accounts": { get: { "x-access": "administer" } },
    "/api/signs/{id}": { get: { "x-access": "open" } },
  },
} as const;

test("a row a route, with the roles that may call it", () => {
  const rows = accessRows(document);
  expect(rows.map(({ method, path }) => `${method} ${path}`)).toEqual([
    "GET /api/problems/{id}",
    "PATCH /api/problems/{id}",
    "GET /api/accounts",
    "GET /api/signs/{id}",
  ]);
  expect(rows[0]?.roles).not.toContain("public");
  expect(rows[1]?.roles).toEqual(["admin", "operator"]);
  expect(rows[2]?.roles).toEqual(["admin"]);
  expect(rows[3]?.roles).toHaveLength(8);
});

test("columns stand below each other, or are a table in Markdown", () => {
  const rows = accessRows(document);
  const lines = accessTable(rows, false).split("\n");
  expect(lines).toHaveLength(6);
  const column = lines[0]?.indexOf("asks for") ?? -1;
  expect(lines[1]?.indexOf("see")).toBe(column);
  expect(lines[3]?.indexOf("administer")).toBe(column);
  expect(accessTable(rows, true)).toContain(
    "| GET /api/accounts | administer | – | ✓ | – | – | – | – | – | – | – |",
  );
});

test("a route that does not say who may call it is an error", () => {
  expect(() => accessRows({ paths: { "/api/new": { get: {} } } })).toThrow("/api/new");
});

test("the command lists every route of the app", async () => {
  const { stdout } = await run("node", ["scripts/city.ts", "access", "demo", "--markdown"]);
  const app = await testApp(aCity().withZone("A", [0, 0, 1, 1]).build(), []);
  const routes = await everyRoute(app);
  for (const { method, path, access } of routes)
    expect(stdout).toContain(`| ${method} ${path} | ${access} |`);
  expect(stdout.trim().split("\n")).toHaveLength(routes.length + 3);
}, 60_000);
