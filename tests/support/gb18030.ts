/**
 * Bytes of a text in GB18030, for which the runtime has only the way back: found by trying all
 * two-byte codes once.
 */
export function gb18030Bytes(text: string): Buffer {
  codes ??= twoByteCodes();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0) < 0x80 ? [character.charCodeAt(0)] : codes.get(character);
    if (!code) throw new RangeError(`No two-byte code for ${character}`);
    bytes.push(...code);
  }
  return Buffer.from(bytes);
}

let codes: Map<string, readonly number[]> | undefined;

function twoByteCodes(): Map<string, readonly number[]> {
  const decoder = new TextDecoder("gb18030");
  const found = new Map<string, readonly number[]>();
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      if (second === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(first, second));
      if (character.length === 1 && character !== "\ufffd") found.set(character, [first, second]);
    }
  }
  return found;
}
