import type { Context } from "hono";
import { DomainError } from "../../domain/errors.ts";
import type { City } from "../city/city.ts";

/** Arguments of a request by name. One that is empty is as one that is not there; what nobody knows is passed over. */
export type Open311Arguments = ReadonlyMap<string, string>;

/** Of the address; what is declared several times is one list. */
export function queryArguments(c: Context): Open311Arguments {
  return argumentsOf(Object.entries(c.req.queries()).map(([name, values]) => [name, values]));
}

/** Of a form; what stands in the address besides counts where the form does not say it. */
export async function formArguments(c: Context): Promise<Open311Arguments> {
  const type = c.req.header("content-type") ?? "";
  if (!isForm(type)) {
    const expected = "application/x-www-form-urlencoded";
    throw new DomainError("unsupported-media-type", { sent: type, expected });
  }
  return new Map([...queryArguments(c), ...(await sentForm(c))]);
}

/** Nothing where the body is no form. Throws for one that is broken. */
export async function keyOfForm(c: Context): Promise<string | undefined> {
  if (c.req.method !== "POST" || !isForm(c.req.header("content-type") ?? "")) return undefined;
  return (await sentForm(c)).get("api_key");
}

/** We are one city: its id may be left out, but another one's is not ours. */
export function checkJurisdiction(city: City, sent: Open311Arguments): void {
  const { id, settings } = city.pack.manifest;
  const asked = sent.get("jurisdiction_id");
  if (asked === undefined || asked === id || asked === settings.open311.jurisdictionId) return;
  throw new DomainError("not-found", { what: "jurisdiction", id: asked });
}

function isForm(type: string): boolean {
  return /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type);
}

async function sentForm(c: Context): Promise<Open311Arguments> {
  try {
    return argumentsOf(Object.entries(await c.req.parseBody({ all: true })));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new DomainError("bad-body", { path: "", problem: "a complete form expected" });
  }
}

function argumentsOf(entries: readonly (readonly [string, unknown])[]): Open311Arguments {
  const texts = entries.map(([name, value]) => {
    const values = [value].flat().filter((each) => typeof each === "string");
    return [name, values.map((each) => each.trim()).join(",")] as const;
  });
  for (const [name, text] of texts) {
    if (!text.includes("\0") && text.isWellFormed()) continue;
    const problem = "text without NUL and broken characters expected";
    throw new DomainError("bad-body", { path: name.slice(0, 100), problem });
  }
  return new Map(texts.filter(([, text]) => text !== ""));
}
