/** Fields of a protobuf message by number, the last of each. */
export type ProtobufFields = {
  readonly numbers: ReadonlyMap<number, number>;
  readonly bytes: ReadonlyMap<number, Buffer>;
  /** Every occurrence, for fields that repeat. */
  readonly all: readonly (readonly [field: number, bytes: Buffer])[];
};

const [VARINT, FIXED64, BYTES, FIXED32] = [0, 1, 2, 5];

/** Reads one level of a message; null for what is none. */
export function protobufFields(message: Buffer): ProtobufFields | null {
  const numbers = new Map<number, number>();
  const bytes = new Map<number, Buffer>();
  const all: [number, Buffer][] = [];
  let at = 0;
  while (at < message.length) {
    const key = varint(message, at);
    if (!key) return null;
    at = key.end;
    const [field, type] = [Math.floor(key.value / 8), key.value % 8];
    if (type === FIXED64 || type === FIXED32) {
      at += type === FIXED64 ? 8 : 4;
      continue;
    }
    const value = varint(message, at);
    if (!value || (type !== VARINT && type !== BYTES)) return null;
    at = value.end;
    if (type === VARINT) {
      numbers.set(field, value.value);
      continue;
    }
    if (at + value.value > message.length) return null;
    const piece = message.subarray(at, at + value.value);
    bytes.set(field, piece);
    all.push([field, piece]);
    at += value.value;
  }
  return at === message.length ? { numbers, bytes, all } : null;
}

/** Exact up to 2⁵³; null where it does not end. */
function varint(message: Buffer, from: number): { value: number; end: number } | null {
  let value = 0;
  let scale = 1;
  for (let at = from; at < message.length && at < from + 10; at++) {
    const byte = message[at] ?? 0;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return { value, end: at + 1 };
    scale *= 128;
  }
  return null;
}
