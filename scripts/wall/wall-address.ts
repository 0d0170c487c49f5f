import { WALL_ENTRY, wallTokenOf } from "../../domain/wall-path.ts";

/** Where a wall starts, and on which page it is well. */
export type WallAddress = {
  readonly url: string;
  readonly path: string;
  /** It holds the wall's right, which nobody may read. */
  readonly isSecret: boolean;
};

const SHOWN = "/screen";

/** A link as an administrator makes it, or any page of the platform. Null for what is no address. */
export function wallAddress(text: string): WallAddress | null {
  if (!URL.canParse(text.trim())) return null;
  const url = new URL(text.trim());
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  const isSecret = wallTokenOf(url.hash) !== null;
  if (url.pathname !== WALL_ENTRY) {
    if (url.pathname === "/") url.pathname = SHOWN;
    return { url: url.href, path: url.pathname, isSecret };
  }
  const to = url.searchParams.get("to") ?? SHOWN;
  url.searchParams.set("to", to);
  return { url: url.href, path: new URL(to, url).pathname, isSecret };
}
