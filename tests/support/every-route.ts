import type { Access } from "../../server/access/identity.ts";
import type { TestApp } from "./test-app.ts";

export type KnownRoute = {
  readonly method: string;
  /** With `{name}` where a parameter goes. */
  readonly path: string;
  readonly access: Access;
};

type Document = {
  paths: Record<string, Record<string, { "x-access"?: Access }>>;
};

/** Every route of the app, as its own document lists them. */
export async function everyRoute(app: TestApp): Promise<KnownRoute[]> {
  const { paths } = (await app.get("/api/openapi.json")) as Document;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, definition]) => {
      const access = definition["x-access"];
      if (access === undefined) throw new Error(`${method} ${path} does not say who may call it`);
      return { method: method.toUpperCase(), path, access };
    }),
  );
}
