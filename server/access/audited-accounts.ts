import type { Context } from "hono";
import type { City } from "../city/city.ts";
import { viewerOf } from "./identity.ts";

/** Puts acts on accounts on record, without what is secret in them. */
export function auditingAccounts(city: Pick<City, "storage" | "now">) {
  return function audit(c: Context, action: string, entityId: string, after: unknown) {
    return city.storage.write((writer) =>
      writer.audit({
        at: city.now(),
        actor: viewerOf(c).account,
        action,
        entity: "account",
        entityId,
        before: null,
        after,
      }),
    );
  };
}
