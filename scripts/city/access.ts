import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AccountRole, accountRoles, can, grants } from "../../domain/account.ts";
import type { Access } from "../../server/access/identity.ts";
import { readEnv } from "../../server/env.ts";
import { openApp } from "../../server/open-app.ts";
import { packFolder } from "./pack-folder.ts";
import { readArgs, type Verb } from "./verb.ts";

export const verb: Verb = {
  name: "access",
  usage: "<pack> [--markdown]",
  summary: "列出每个接口要求的权限、各角色能否调用、能看多远，可交安全测评",
  run: printAccess,
};

/** A route, what it asks for, and who may. */
export type AccessRow = {
  readonly method: string;
  readonly path: string;
  readonly access: Access;
  readonly roles: readonly AccountRole[];
};

type Document = {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, { "x-access"?: Access }>>>>;
};

async function printAccess(args: readonly string[]): Promise<number> {
  const { values, words } = readArgs("access", args, ["pack"], { markdown: { type: "boolean" } });
  const rows = accessRows(await documentOf(words[0]));
  console.log(accessTable(rows, values.markdown === true));
  return 0;
}

/** The app's own document, over a state folder that is thrown away: nothing of the city's own is touched. */
async function documentOf(pack: string): Promise<Document> {
  const folder = await mkdtemp(join(tmpdir(), "wangge-access-"));
  try {
    const env = readEnv({ PACK: packFolder(pack), STATE_DIR: folder }, process.cwd());
    const opened = await openApp(env, process.cwd(), () => undefined);
    try {
      const answer = await opened.app.request("/api/openapi.json", undefined, {
        incoming: { socket: { remoteAddress: "127.0.0.1" } },
      });
      return (await answer.json()) as Document;
    } finally {
      await opened.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** In the order of the document. Throws for a route that does not say what it asks for. */
export function accessRows({ paths = {} }: Document): AccessRow[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { "x-access": access }]) => {
      if (access === undefined) throw new Error(`${method} ${path} does not say who may call it`);
      const roles = accountRoles.filter((role) => access === "open" || can({ role }, access));
      return { method: method.toUpperCase(), path, access, roles };
    }),
  );
}

/** Routes by roles; the last line says how far each role sees. */
export function accessTable(rows: readonly AccessRow[], isMarkdown: boolean): string {
  const head = ["route", "asks for", "nobody", ...accountRoles];
  const body = rows.map(({ method, path, access, roles }) => [
    `${method} ${path}`,
    access,
    access === "open" ? "✓" : "–",
    ...accountRoles.map((role) => (roles.includes(role) ? "✓" : "–")),
  ]);
  const reach = ["sees", "", "nothing", ...accountRoles.map((role) => grants[role].reach)];
  return isMarkdown ? markdown([head, ...body, reach]) : aligned([head, ...body, reach]);
}

function markdown([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
