const KEPT = "wangge.wall-id";
let ownId: string | null = null;

/** What this window calls itself as a wall; the same after it was loaded anew, another one in another window. */
export function wallId(): string {
  if (ownId !== null) return ownId;
  const made = freshId();
  try {
    ownId = sessionStorage.getItem(KEPT) ?? made;
    sessionStorage.setItem(KEPT, ownId);
  } catch {
    ownId = made;
  }
  return ownId;
}

/** Walls are often opened without TLS, where a browser makes no UUIDs. */
function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
