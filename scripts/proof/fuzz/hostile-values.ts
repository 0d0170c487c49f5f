import fc from "fast-check";

/** Texts that have broken programs before: ends of strings, paths, markup, formulas, numbers that are none. */
const texts = [
  "",
  " ",
  "\u0000",
  "垃圾\u0000堆",
  "\ud800",
  "a\udfffb",
  "\ufeff",
  "\u202e反",
  "../../../../etc/passwd",
  "..\\..\\",
  "%2e%2e%2f",
  "'; drop table problem; --",
  "%' or '1'='1",
  "%_\\",
  "<svg onload=alert(1)>",
  "<script>alert(1)</script>",
  "=cmd|' /C calc'!A0",
  "__proto__",
  "constructor",
  "toString",
  "NaN",
  "Infinity",
  "-0",
  "1e309",
  "9".repeat(400),
  "长".repeat(5000),
  "a,b,,c",
  "[]",
  "{}",
  "null",
  "2026-02-30",
  "2026-01-05T10:00:00+99:00",
  "-271821-04-20",
  "+275760-09-13T00:00:00Z",
  "0000-00-00",
  "💥".repeat(50),
];

const numbers = [
  0,
  -0,
  -1,
  0.5,
  1e-320,
  1e21,
  1e308,
  -1e308,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  181,
  91,
];

export const hostileText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...texts) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 200 }) },
);

/** A value of any kind that a schema may not have thought of. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: hostileText },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(...numbers, null, true, [], {}) },
  { weight: 1, arbitrary: fc.integer({ min: 50, max: 4000 }).map(nested) },
  { weight: 1, arbitrary: fc.constant(polluting()) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.integer({ min: 100, max: 6000 }).map((n) => Array(n).fill("x")) },
);

function nested(depth: number): unknown {
  let value: unknown = "deep";
  for (let i = 0; i < depth; i++) value = i % 2 ? [value] : { value };
  return value;
}

/** As JSON brings it: a key of its own, not the prototype. */
function polluting(): unknown {
  return JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}');
}
