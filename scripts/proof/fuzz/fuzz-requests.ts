import fc from "fast-check";
import { bodyOf, importOf } from "./fuzz-bodies.ts";
import { goodReport } from "./good-report.ts";
import type { HostileFile } from "./hostile-files.ts";
import { hostileText } from "./hostile-values.ts";
import { knownText } from "./known-texts.ts";
import type { JsonSchema, Schemas } from "./schema-values.ts";

/** One request as it goes over the wire; the path is sent as it stands here. */
export type FuzzRequest = {
  readonly method: string;
  /** Of the document, to tell findings apart. */
  readonly route: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer> | null;
};

type Parameter = { readonly name: string; readonly in: string };

export type ApiDocument = {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly parameters?: readonly Parameter[];
            readonly requestBody?: {
              readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>>;
            };
          }
        >
      >
    >
  >;
  readonly components?: { readonly schemas?: Schemas };
};

type Route = {
  readonly method: string;
  readonly path: string;
  readonly query: readonly string[];
  readonly schema: JsonSchema | null;
};

/** Streams never end; what they are asked with is a matter of their own tests. */
const STREAM = "/api/live";
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Sign-in is a library's and stands in no document; files and addresses outside are there to be reached for. */
const beside: readonly Route[] = [
  ...["/api/auth/sign-in/username", "/api/auth/sign-in/email", "/api/auth/api-key/verify"].map(
    (path): Route => ({
      method: "POST",
      path,
      query: [],
      schema: {
        type: "object",
        properties: { username: {}, email: {}, password: {}, key: {} },
      },
    }),
  ),
  ...[
    "/{file}",
    "/assets/{file}",
    "/api/{file}",
    "/api/photos/{file}",
    "/../../{file}",
    "/..%2f..%2f{file}",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/assets/..%5c..%5cpackage.json",
  ].map((path): Route => ({ method: "GET", path, query: [], schema: null })),
];

/**
 * Requests to every route of a document, most nearly right and each wrong in its own way, without credentials or with the
 * cookie of one of the sessions.
 */
export function fuzzRequests(
  document: ApiDocument,
  files: readonly HostileFile[],
  sessions: readonly string[],
): fc.Arbitrary<FuzzRequest> {
  const schemas = document.components?.schemas ?? {};
  const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]): Route => {
      const query = parameters.filter((each) => each.in === "query").map(({ name }) => name);
      const schema = requestBody?.content["application/json"]?.schema ?? null;
      return { method: method.toUpperCase(), path, query, schema };
    }),
  );
  const routes = [...documented.filter(({ path }) => path !== STREAM), ...beside];
  const changing = routes.filter(({ method }) => method !== "GET");
  const any = (some: readonly Route[]) =>
    fc.constantFrom(...some).chain((route) => requestTo(route, schemas));
  const request = fc.oneof(
    { weight: 12, arbitrary: any(routes) },
    { weight: 8, arbitrary: any(changing) },
    { weight: 2, arbitrary: fc.constantFrom(...files).chain(importOf) },
    { weight: 1, arbitrary: goodReport },
  );
  return fc
    .tuple(request, fc.constantFrom("", ...sessions))
    .map(([request, cookie]) => (cookie === "" ? request : withSession(request, cookie)));
}

function withSession(request: FuzzRequest, cookie: string): FuzzRequest {
  return { ...request, headers: { cookie, ...request.headers } };
}

function requestTo(route: Route, schemas: Schemas): fc.Arbitrary<FuzzRequest> {
  const method = rarely(fc.constantFrom(...METHODS), fc.constant(route.method));
  return method.chain((method) =>
    fc
      .record({
        path: pathOf(route),
        headers: headers,
        sent: bodyOf(method, route.schema, schemas),
      })
      .map(({ path, headers, sent }) => ({
        method,
        route: route.path,
        path,
        headers: { ...(method === "PATCH" && { "if-match": "*" }), ...headers, ...sent.headers },
        body: sent.body,
      })),
  );
}

function pathOf({ path, query }: Route): fc.Arbitrary<string> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const values = fc.tuple(...names.map((name) => knownText(name).chain(encoded)));
  return fc.tuple(values, queryOf(query)).map(([values, query]) => {
    let at = 0;
    const filled = path.replace(/\{\w+\}/g, () => values[at++] ?? "");
    return query === "" ? filled : `${filled}?${query}`;
  });
}

function queryOf(names: readonly string[]): fc.Arbitrary<string> {
  const known = names.length > 0 ? fc.constantFrom(...names) : fc.constant("x");
  const name = rarely(hostileText, known);
  const pair = name.chain((name) =>
    knownText(name)
      .chain(encoded)
      .map((value) => `${encodedText(name)}=${value}`),
  );
  return fc
    .array(pair, { maxLength: Math.min(4, names.length + 1) })
    .map((pairs) => pairs.join("&"));
}

/** As a browser encodes it, or broken: percent signs alone, NUL, a path that climbs, far too long. */
function encoded(text: string): fc.Arbitrary<string> {
  const broken = fc.constantFrom(
    "%",
    "%zz",
    "%00",
    "%c0%af",
    "%ff",
    "%ed%a0%80",
    "..%2f..%2fpack.json",
    "%2e%2e",
    ".",
    "%2500",
    "a".repeat(3500),
    `${encodedText(text)}%00`,
  );
  return rarely(broken, fc.constant(encodedText(text)));
}

/** Lone surrogates have no encoding: they go as the bytes that they would be. */
function encodedText(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

const headers: fc.Arbitrary<Record<string, string>> = fc
  .record(
    {
      "if-match": fc.constantFrom("*", '"1"', "1", '"99"', "x", '"-1"', `"${"9".repeat(30)}"`),
      "accept-language": fc.constantFrom("en", "zh-CN", "x".repeat(300)),
      "if-none-match": fc.constantFrom("*", 'W/"1"', '"'),
      authorization: fc.constantFrom("Bearer", "Bearer x", "Basic Og==", "Bearer null"),
      "x-api-key": fc.constantFrom("", "x", "0".repeat(500)),
      cookie: fc.constantFrom("better-auth.session_token=x.y", "=", "a=%00"),
      origin: fc.constantFrom("null", "http://elsewhere.example", "::"),
      range: fc.constantFrom("bytes=0-", "bytes=9-1", "x"),
      "accept-encoding": fc.constantFrom("gzip", "deflate", "br", "*;q=0"),
    },
    { requiredKeys: [] },
  )
  .chain((all) => {
    const some = fc.subarray(Object.entries(all), { minLength: 1, maxLength: 2 });
    return fc.oneof(
      { weight: 3, arbitrary: fc.constant({}) },
      { weight: 1, arbitrary: some.map((chosen) => Object.fromEntries(chosen)) },
    );
  });

function rarely<T>(odd: fc.Arbitrary<T>, usual: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 1, arbitrary: odd }, { weight: 9, arbitrary: usual });
}
