import type { Context } from "hono";
import { DomainError } from "../../domain/errors.ts";
import { hasInvalidCredentials, type Identity, identifying } from "../access/identity.ts";
import { keyOfForm } from "./open311-arguments.ts";

type IdentifyKey = (key: string) => Promise<Identity>;

/**
 * Who asks at the door for other systems: whose key it is, in the address, the form or a header, and nothing else. A
 * session in a browser does not count here, so no other site's page can use it. Throws `api-key` for one that is not valid.
 */
export function identifyingByKey(identifyKey: IdentifyKey) {
  const identify = identifying(async (c) => {
    const key = (await sentKey(c)) ?? "";
    return key === "" ? { kind: "none" } : identifyKey(key);
  });
  return async function identifyByKey(c: Context, next: () => Promise<void>): Promise<void> {
    await identify(c, async () => {
      if (hasInvalidCredentials(c)) throw new DomainError("api-key", { isInvalid: true });
      await next();
    });
  };
}

async function sentKey(c: Context): Promise<string | undefined> {
  const bearer = /^Bearer\s+(.+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
  return c.req.query("api_key") ?? c.req.header("x-api-key") ?? bearer ?? (await keyOfForm(c));
}
