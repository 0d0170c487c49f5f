/** A street's name without differences of width, spelling of spaces and rim; null for none. */
export function roadName(name: string | null | undefined): string | null {
  const plain = (name ?? "").normalize("NFKC").replace(/\s+/gu, " ").trim();
  return plain === "" ? null : plain;
}
