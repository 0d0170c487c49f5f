import { Open311Discovery } from "../../domain/contract/open311.ts";
import type { Deps } from "../deps.ts";
import { open311Answer } from "../open311/open311-answer.ts";
import { documentedRoutes } from "./api.ts";
import { both } from "./open311-formats.ts";

/** Where the door is and what it speaks; every client of the specification may begin here. */
export function open311DiscoveryRoutes({ city, publicUrl }: Pick<Deps, "city" | "publicUrl">) {
  const { name, isDemo, settings } = city.pack.manifest;
  // Services are the pack's, which is read at the start.
  const changeset = city.clock.toIso(city.now());
  const contact = settings.open311.contact ?? `${name} 网格一张图管理员`;
  return documentedRoutes(
    both(
      {
        method: "get",
        path: "/discovery",
        summary: "Open311 Service Discovery",
        schema: Open311Discovery,
      },
      (c) =>
        open311Answer(c, "discovery", {
          changeset,
          contact,
          key_service: `接口密钥由管理员在账号页生成 keys are made by an administrator: ${contact}`,
          endpoints: [
            {
              specification: "http://wiki.open311.org/GeoReport_v2",
              url: `${publicUrl ?? new URL(c.req.url).origin}/open311/v2`,
              changeset,
              type: isDemo ? "test" : "production",
              formats: ["text/xml", "application/json"],
            },
          ],
        } satisfies Open311Discovery),
      "open",
    ),
  );
}
