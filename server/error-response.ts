import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { DomainError, type ErrorCode } from "../domain/errors.ts";
import { catalogues } from "../domain/text/catalogues.ts";
import { describeRefusal } from "../domain/text/describe-refusal.ts";
import type { Deps } from "./deps.ts";
import { open311Refusal, open311Status } from "./open311/open311-answer.ts";
import { routeOf } from "./operations/observe-requests.ts";

export const statusOfCode: Readonly<Record<ErrorCode, ContentfulStatusCode>> = {
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  "too-many-requests": 429,
  "not-found": 404,
  conflict: 409,
  "precondition-required": 428,
  "too-large": 413,
  "unsupported-media-type": 415,
  unavailable: 503,
  internal: 500,
};

/** What SQLite, PostgreSQL and the file system say of a disk that is full or may not be written to. */
const UNWRITABLE =
  /^(SQLITE_(FULL|READONLY|CANTOPEN|IOERR_(WRITE|FSYNC|DIR_FSYNC|TRUNCATE|SHM))|53100$|25006$|ENOSPC$|EDQUOT$|EROFS$)/;

/**
 * The one place where an error becomes an answer. A DomainError tells its reason in the reader's language; anything else
 * tells the client nothing but a number to ask for, and the log everything.
 */
export function errorResponse(error: Error, c: Context, { log }: Pick<Deps, "log">): Response {
  const refusal = refusalOf(error, c);
  if (refusal.code === "internal" || refusal.reason === "read-only") {
    log({
      level: "error",
      message: error.message,
      requestId: c.get("requestId") ?? "",
      route: routeOf(c),
      stack: error.stack ?? "",
    });
  }
  const language = languageOf(c);
  if (c.req.path.startsWith("/open311/")) return open311Response(refusal, c, language);
  return c.json(
    {
      error: {
        code: refusal.code,
        message: describeRefusal(refusal, catalogues[language]),
        details: { reason: refusal.reason, ...refusal.params },
      },
    },
    statusOfCode[refusal.code],
  );
}

/** A refusal that is told within an answer, not as one. */
export function describedError({ code, reason, params }: DomainError, c: Context) {
  const message = describeRefusal({ reason, params }, catalogues[languageOf(c)]);
  return { code, reason, message };
}

/** Of the reader. */
export function languageOf(c: Context): "zh" | "en" {
  return c.req.header("accept-language")?.trim().toLowerCase().startsWith("en") ? "en" : "zh";
}

/** As the specification of that door has it, whose readers know nothing of ours. */
function open311Response(refusal: DomainError, c: Context, language: "zh" | "en"): Response {
  const isKeyMissing = refusal.reason === "unauthorized";
  const told = isKeyMissing ? new DomainError("api-key", { isInvalid: false }) : refusal;
  const status = open311Status(statusOfCode[refusal.code], refusal.reason);
  return open311Refusal(c, status, describeRefusal(told, catalogues[language]));
}

function refusalOf(error: Error, c: Context): DomainError {
  if (error instanceof DomainError) return error;
  const code = databaseCode(error);
  if (UNWRITABLE.test(code)) return new DomainError("read-only", { detail: code });
  if (error instanceof HTTPException && error.status === 413) {
    return new DomainError("body-too-large", { limitBytes: 0 });
  }
  return new DomainError("internal", { requestId: String(c.get("requestId") ?? "") });
}

/** A driver's own code of an error; empty where there is none. */
function databaseCode(error: Error): string {
  return "code" in error && typeof error.code === "string" ? error.code : "";
}
