import fc from "fast-check";
import { hostileValue } from "./hostile-values.ts";
import { knownText } from "./known-texts.ts";

/** As much of JSON Schema as the document of the routes uses. */
export type JsonSchema = {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly $ref?: string;
};

export type Schemas = Readonly<Record<string, JsonSchema>>;

/** Values that follow a schema, with names the city knows where a property says so. */
export function valueLike(schema: JsonSchema, schemas: Schemas, name = ""): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) {
    const found = schemas[schema.$ref.split("/").at(-1) ?? ""];
    return found ? valueLike(found, schemas, name) : hostileValue;
  }
  const branches = schema.oneOf ?? schema.anyOf;
  if (branches) return fc.oneof(...branches.map((each) => valueLike(each, schemas, name)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const types = [schema.type ?? "string"].flat();
  return fc.oneof(...types.map((type) => valueOfType(type, schema, schemas, name)));
}

function valueOfType(
  type: string,
  schema: JsonSchema,
  schemas: Schemas,
  name: string,
): fc.Arbitrary<unknown> {
  switch (type) {
    case "object":
      return objectOf(schema, schemas);
    case "array":
      return arrayOf(schema, schemas, name);
    case "integer":
      return fc.integer({ min: -2, max: 60 });
    case "number":
      return fc.double({ min: -200, max: 200, noNaN: true });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return knownText(name);
  }
}

function objectOf(schema: JsonSchema, schemas: Schemas): fc.Arbitrary<unknown> {
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, each]) => [name, valueLike(each, schemas, name)] as const,
  );
  const required = schema.required?.filter((name) => schema.properties?.[name]) ?? [];
  return fc.record(Object.fromEntries(fields), { requiredKeys: required });
}

function arrayOf(schema: JsonSchema, schemas: Schemas, name: string): fc.Arbitrary<unknown> {
  if (name === "position") {
    return fc.tuple(
      fc.double({ min: 114.3, max: 114.34, noNaN: true }),
      fc.double({ min: 30.6, max: 30.61, noNaN: true }),
    );
  }
  if (schema.prefixItems) {
    return fc.tuple(...schema.prefixItems.map((each) => valueLike(each, schemas, name)));
  }
  const items = schema.items ? valueLike(schema.items, schemas, name) : hostileValue;
  // Files that nobody uploaded are always refused: most reports bring none, so that some get through.
  const maxLength = name === "photos" ? 0 : 6;
  return fc.oneof(
    { weight: 9, arbitrary: fc.array(items, { maxLength }) },
    { weight: 1, arbitrary: fc.array(items, { maxLength: 6 }) },
  );
}

/** The same value with something hostile at one of its places, or under a key it should not have. */
export function mutated(value: unknown): fc.Arbitrary<unknown> {
  return fc
    .tuple(fc.nat(), hostileValue, fc.constantFrom("__proto__", "constructor", "extra", "id"))
    .map(([at, hostile, key]) => replaced(value, at, hostile, key, DEEPEST));
}

/** Levels that are gone down to find a place. */
const DEEPEST = 8;

function replaced(
  value: unknown,
  at: number,
  hostile: unknown,
  key: string,
  levels: number,
): unknown {
  if (value === null || typeof value !== "object" || levels === 0) return hostile;
  const entries: [string, unknown][] = Object.entries(value);
  const chosen = at % (entries.length + 2);
  if (chosen > entries.length) return hostile;
  const changed = entries.map(([name, each], i): [string, unknown] => [
    name,
    i === chosen ? replaced(each, Math.floor(at / 7), hostile, key, levels - 1) : each,
  ]);
  if (Array.isArray(value)) return changed.map(([, each]) => each);
  if (chosen === entries.length) changed.push([key, hostile]);
  return Object.fromEntries(changed);
}
