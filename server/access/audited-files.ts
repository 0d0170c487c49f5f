import type { Context, Next } from "hono";
import type { City } from "../city/city.ts";
import { anyViewerOf } from "./identity.ts";

/** Files that leave the house; what is drawn for the page itself is none. */
const FILE_TYPES =
  /^(application\/(pdf|zip|vnd\.openxmlformats-officedocument\.[\w.]+)|text\/csv)\b/;

/** Every answer that is a file is on record before it leaves: who took what, and when. */
export function auditedFiles(city: City) {
  return async function auditFile(c: Context, next: Next): Promise<void> {
    await next();
    if (c.res.status !== 200 || !FILE_TYPES.test(c.res.headers.get("content-type") ?? "")) return;
    const { pathname, search } = new URL(c.req.url);
    await city.storage.write((writer) =>
      writer.audit({
        at: city.now(),
        actor: anyViewerOf(c)?.account ?? "public",
        action: "export",
        entity: "file",
        entityId: decodeURIComponent(pathname.replace(/^\/api\//, "")).slice(0, 200),
        before: null,
        after: { query: Object.fromEntries(new URLSearchParams(search)), file: fileNameOf(c) },
      }),
    );
  };
}

function fileNameOf(c: Context): string | null {
  const [, encoded] =
    /filename\*=UTF-8''([^;]+)/.exec(c.res.headers.get("content-disposition") ?? "") ?? [];
  return encoded === undefined ? null : decodeURIComponent(encoded);
}
