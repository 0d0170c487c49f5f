import fc from "fast-check";
import type { FuzzRequest } from "./fuzz-requests.ts";
import type { HostileFile } from "./hostile-files.ts";
import { hostileValue } from "./hostile-values.ts";
import { type JsonSchema, mutated, type Schemas, valueLike } from "./schema-values.ts";

const IMPORT = "/api/duties/import";
/** Just beyond the largest JSON body that is read. */
const OVERSIZED_BYTES = 300 * 1024;

export type Sent = Pick<FuzzRequest, "headers" | "body">;

/** Follows the schema, or nearly, or is no JSON at all; reads have none. */
export function bodyOf(
  method: string,
  schema: JsonSchema | null,
  schemas: Schemas,
): fc.Arbitrary<Sent> {
  if (method === "GET" || method === "HEAD") return fc.constant({ headers: {}, body: null });
  const right = schema ? valueLike(schema, schemas) : hostileValue;
  const value = fc.oneof(
    { weight: 4, arbitrary: right },
    { weight: 5, arbitrary: right.chain(mutated) },
  );
  const json = value.map((value) => sentAs("application/json", JSON.stringify(value) ?? ""));
  return fc.oneof(
    { weight: 12, arbitrary: json },
    { weight: 2, arbitrary: fc.constantFrom(...brokenBodies()) },
    {
      weight: 1,
      arbitrary: fc.tuple(types, value).map(([type, v]) => sentAs(type, JSON.stringify(v) ?? "")),
    },
  );
}

const types = fc.constantFrom(
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "multipart/form-data; boundary=x",
  "application/json; charset=gb18030",
  "application/problem+json",
  "image/svg+xml",
  "json",
  "",
);

/** Each is made when it is needed: they are large. */
function brokenBodies(): readonly Sent[] {
  return [
    sentAs("application/json", ""),
    sentAs("application/json", "{"),
    sentAs("application/json", '{"a":1}{"b":2}'),
    sentAs("application/json", "[".repeat(100_000)),
    sentAs("application/json", `{"clientId":"${"x".repeat(OVERSIZED_BYTES)}"}`),
    sentAs("application/json", "1e999999"),
    sentAs("application/json", "\ufeff{}"),
    { headers: json, body: Uint8Array.of(0x22, 0xff, 0xfe, 0xc3, 0x22) },
    { headers: json, body: Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22) },
    { headers: { ...json, "content-encoding": "gzip" }, body: Uint8Array.of(0x1f, 0x8b, 8, 0) },
  ];
}

const json = { "content-type": "application/json" };

function sentAs(type: string, text: string): Sent {
  return {
    headers: type === "" ? {} : { "content-type": type },
    body: new TextEncoder().encode(text),
  };
}

/** As the body itself, or in a form, whole or cut off. */
export function importOf(file: HostileFile): fc.Arbitrary<FuzzRequest> {
  const preview = fc.constantFrom("", "?preview=1", "?preview=0");
  const request = (path: string, type: string, body: Uint8Array<ArrayBuffer>): FuzzRequest => ({
    method: "POST",
    route: IMPORT,
    path: `${IMPORT}${path}`,
    headers: { "content-type": type },
    body,
  });
  const form = inForm(file);
  return fc.oneof(
    preview.map((path) => request(path, file.type, file.bytes)),
    preview.map((path) => request(path, FORM, form)),
    fc.nat(form.length).map((end) => request("?preview=1", FORM, form.slice(0, end))),
  );
}

const FORM = "multipart/form-data; boundary=edge";

function inForm({ name, type, bytes }: HostileFile): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const head = `--edge\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`;
  const parts = [encoder.encode(head), bytes, encoder.encode("\r\n--edge--\r\n")];
  const form = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    form.set(part, at);
    at += part.length;
  }
  return form;
}
