import type { City } from "../../city/city.ts";
import type { SignThing } from "./sign-of.ts";

/** Where the QR code of a board leads; it says the type only where section and zone share the id. */
export function signAddress({ pack }: City, base: string, thing: SignThing): string {
  const id = thing.type === "section" ? thing.section.id : thing.zone.id;
  const path = `${base.replace(/\/+$/, "")}/sign/${encodeURIComponent(id)}`;
  const isTwice =
    thing.type === "zone" && pack.roads.some((road) => (road.id as string) === (id as string));
  return isTwice ? `${path}?type=zone` : path;
}

/** Whether only this machine itself reaches the address. */
export function isLocalAddress(address: string): boolean {
  const { hostname } = new URL(address);
  return /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0)$/.test(hostname);
}
