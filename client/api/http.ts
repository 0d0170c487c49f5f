import { z } from "zod";
import { REVISION_HEADER } from "../../domain/contract/revision.ts";

/** A refusal of the server, or its silence (`status` 0). */
export class ApiError extends Error {
  readonly status: number;
  readonly reason: string;

  constructor(status: number, reason: string, message: string) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.reason = reason;
  }
}

export type Query = Readonly<Record<string, string | undefined>>;

/** GETs a path under /api and checks the answer against the contract. Throws an ApiError. */
export async function getJson<S extends z.ZodType>(
  path: string,
  query: Query,
  schema: S,
  signal?: AbortSignal,
): Promise<z.infer<S>> {
  const response = await send(apiUrl(path, query), signal ? { signal } : {});
  return schema.parse(await response.json());
}

/** Sends a body and checks the answer. Throws an ApiError. */
export async function sendJson<S extends z.ZodType>(
  method: "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body: unknown,
  schema: S,
  headers: Readonly<Record<string, string>> = {},
): Promise<z.infer<S>> {
  const response = await send(apiUrl(path, {}), {
    method,
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  return schema.parse(await response.json());
}

/** Sends a file as a form's `file` and checks the answer. Throws an ApiError. */
export async function sendFile<S extends z.ZodType>(
  path: string,
  query: Query,
  file: File,
  schema: S,
): Promise<z.infer<S>> {
  const body = new FormData();
  body.set("file", file);
  const response = await send(apiUrl(path, query), { method: "POST", body });
  return schema.parse(await response.json());
}

/** GETs a file under the address that `apiUrl` made, with the name that the server gives it. Throws an ApiError. */
export async function getFile(
  url: string,
  signal: AbortSignal,
): Promise<{ readonly blob: Blob; readonly name: string | null }> {
  const response = await send(url, { signal });
  const disposition = response.headers.get("Content-Disposition") ?? "";
  const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(disposition) ?? [];
  const name = encoded === undefined ? null : decodeURIComponent(encoded);
  return { blob: await response.blob(), name };
}

export function apiUrl(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) search.set(name, value);
  const text = search.toString();
  return `/api/${path}${text === "" ? "" : `?${text}`}`;
}

/** The highest revision that an answer or event told of; whichever process answers next has to hold it. */
let seenRevision = 0;

export function sawRevision(revision: number): void {
  seenRevision = Math.max(seenRevision, revision);
}

async function send(url: string, init: RequestInit): Promise<Response> {
  const language = document.documentElement.lang.startsWith("en") ? "en" : "zh-CN";
  const revision = seenRevision > 0 ? { [REVISION_HEADER]: String(seenRevision) } : {};
  const headers = { "Accept-Language": language, ...revision, ...init.headers };
  const response = await fetch(url, { ...init, headers }).catch((error: Error) => {
    if (error.name === "AbortError") throw error;
    throw new ApiError(0, "unreachable", error.message);
  });
  sawRevision(Number(response.headers.get(REVISION_HEADER) ?? 0));
  if (response.ok) return response;
  throw refusalOf(response.status, await response.json().catch(() => null));
}

/** What the server says in an answer that is none. */
export function refusalOf(status: number, body: unknown): ApiError {
  const refusal = Refusal.safeParse(body);
  const { message, reason } = refusal.success
    ? { message: refusal.data.error.message, reason: refusal.data.error.details.reason }
    : { message: `${status}`, reason: "unreachable" };
  // A city that was put back to a backup never comes to hold it: the next request asks for what there is.
  if (reason === "not-ready") seenRevision = 0;
  return new ApiError(status, reason, message);
}

const Refusal = z.object({
  error: z.object({ message: z.string(), details: z.object({ reason: z.string() }) }),
});
