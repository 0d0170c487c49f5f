import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { instant } from "../../domain/parse-filter.ts";
import { paperLanguages } from "../../domain/text/papers-text.ts";
import type { City } from "../city/city.ts";
import { answersOne } from "./api.ts";
import { readOneOf } from "./read-query.ts";

export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Answers of a route that hands out a file. */
export function answersFile(mediaType: string, description: string) {
  const { 400: refused, 404: missing } = answersOne(z.string(), description);
  const file = { description, content: { [mediaType]: { schema: z.string() } } };
  return { 200: file, 400: refused, 404: missing };
}

/** A PDF under a name that may be Chinese; shown in the browser, kept where the link says so. */
export function pdfResponse(
  c: Context,
  bytes: Uint8Array<ArrayBuffer> | null,
  fileName: string,
): Response {
  // Nobody waits for it any more.
  if (bytes === null) return c.body(null, 204);
  const safe = fileName.replace(/[\\/:*?"<>|]/g, "_");
  c.header("Content-Type", "application/pdf");
  c.header("Content-Disposition", `inline; filename*=UTF-8''${encodeURIComponent(safe)}`);
  return c.body(bytes, 200);
}

/** A document to edit, to be kept under a name that may be Chinese. */
export function docxResponse(
  c: Context,
  bytes: Uint8Array<ArrayBuffer>,
  fileName: string,
): Response {
  const safe = fileName.replace(/[\\/:*?"<>|]/g, "_");
  c.header("Content-Type", DOCX);
  c.header("Content-Disposition", `attachment; filename*=UTF-8''${encodeURIComponent(safe)}`);
  return c.body(bytes, 200);
}

export function svgResponse(c: Context, svg: string): Response {
  c.header("Content-Type", "image/svg+xml; charset=utf-8");
  return c.body(svg, 200);
}

/** The day or instant, default now. */
export function readOn({ clock, now }: City, text: string | undefined): number {
  return instant("on", text, clock) ?? now();
}

export function readLanguage(text: string | undefined) {
  return readOneOf("lang", text, paperLanguages, "zh");
}
