/** Hard to guess and never twice; also where `randomUUID` is missing: pages that come without TLS. */
export function freshClientId(prefix = ""): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return prefix + Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
