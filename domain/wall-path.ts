/** The page on which a wall opens its session. */
export const WALL_ENTRY = "/kiosk";

/** A wall's link from the platform's address on; what comes after the mark is never sent to a server or a proxy's log. */
export function wallPath(token: string): string {
  return `${WALL_ENTRY}#token=${encodeURIComponent(token)}`;
}

/** Null for a link without one. */
export function wallTokenOf(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, "")).get("token") || null;
}
