import { filterNames } from "../../domain/contract/filter-query.ts";
import { type DutyRole, dutyRoles } from "../../domain/duty.ts";

/**
 * Everything about the workbench that a link can carry, as the strings of the query. Whatever is absent stands at its
 * default; unknown names are dropped. The server is the judge of filter values.
 */
export type WorkbenchUrl = Partial<Record<UrlName, string>>;

const viewNames = [
  "layers",
  "colour",
  "class",
  "list",
  "at",
  "pick",
  "sort",
  "view",
  "compare",
  "split",
  "theme",
  "lang",
] as const;
export const urlNames = [...filterNames, ...viewNames] as const;
export type UrlName = (typeof urlNames)[number];

/** The part of the address that filters problems, `bbox` apart, which follows the map. */
export type FilterParams = Partial<Record<(typeof filterNames)[number], string>>;

export function readUrl(search: Readonly<Record<string, unknown>>): WorkbenchUrl {
  const url: WorkbenchUrl = {};
  for (const name of urlNames) {
    const value = search[name];
    if (typeof value === "string" && value !== "") url[name] = value;
  }
  return url;
}

/** What the address of a printed sheet holds. */
export type EvidenceUrl = Pick<WorkbenchUrl, "asOf" | "lang">;

export function readEvidenceUrl(search: Readonly<Record<string, unknown>>): EvidenceUrl {
  const { asOf, lang } = readUrl(search);
  return { ...(asOf !== undefined && { asOf }), ...(lang !== undefined && { lang }) };
}

export function filterParams(url: WorkbenchUrl): FilterParams {
  const params: FilterParams = {};
  for (const name of filterNames) {
    const value = url[name];
    if (value !== undefined && name !== "bbox") params[name] = value;
  }
  return params;
}

/** Query strings with plain values: commas and colons stay readable. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(search).flatMap(([name, value]) => {
    if (typeof value !== "string" || value === "") return [];
    const text = encodeURIComponent(value).replace(/%2C/g, ",").replace(/%3A/g, ":");
    return [`${encodeURIComponent(name)}=${text}`];
  });
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

/** Whether an address names a layer; for pages that do without the layers' code. */
export function namesLayer({ layers }: WorkbenchUrl, id: string): boolean {
  return (layers ?? "").split(",").includes(id);
}

/** Where the map looks. */
export type Camera = { readonly lng: number; readonly lat: number; readonly zoom: number };

export function readCamera(text: string | undefined): Camera | null {
  const parts = (text ?? "").split(",").map(Number);
  const [lng = Number.NaN, lat = Number.NaN, zoom = Number.NaN] = parts;
  const isCamera = Math.abs(lng) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 22;
  return isCamera && parts.length === 3 ? { lng, lat, zoom } : null;
}

/** About a metre, and a hundredth of a zoom. */
export function cameraText({ lng, lat, zoom }: Camera): string {
  return `${lng.toFixed(5)},${lat.toFixed(5)},${zoom.toFixed(2)}`;
}

/** By what the ground is coloured to show who answers for it. */
export const dutyColours = ["lead", "unit", "chief", "load"] as const;
export type DutyColour = (typeof dutyColours)[number];

export function readDutyColour(text: string | undefined): DutyColour | null {
  return dutyColours.find((known) => known === text) ?? null;
}

/** What a calendar counts. */
export const calendarMeasures = ["reported", "returned"] as const;
export type CalendarMeasure = (typeof calendarMeasures)[number];

/** What a person looks at more closely. */
export type Picked =
  | { readonly kind: "zone"; readonly id: string }
  | { readonly kind: "problem"; readonly id: string }
  | { readonly kind: "spot"; readonly lng: number; readonly lat: number }
  | { readonly kind: "place"; readonly id: number }
  | { readonly kind: "stack"; readonly bbox: string }
  | { readonly kind: "hexagon"; readonly id: string }
  | { readonly kind: "hot-spot"; readonly id: string }
  | { readonly kind: "calendar"; readonly measure: CalendarMeasure }
  | { readonly kind: "responsibility"; readonly role: DutyRole }
  | { readonly kind: "quality"; readonly of: "recurrence" };

export function readPicked(text: string | undefined): Picked | null {
  const at = (text ?? "").indexOf(":");
  if (text === undefined || at < 0) return null;
  const [kind, rest] = [text.slice(0, at), text.slice(at + 1)];
  if (rest === "") return null;
  switch (kind) {
    case "zone":
    case "problem":
    case "hexagon":
    case "hot-spot":
      return { kind, id: rest };
    case "place":
      return /^\d+$/.test(rest) ? { kind, id: Number(rest) } : null;
    case "stack":
      return { kind, bbox: rest };
    case "quality":
      return rest === "recurrence" ? { kind, of: rest } : null;
    case "responsibility": {
      const role = dutyRoles.find((name) => name === rest);
      return role === undefined ? null : { kind, role };
    }
    case "calendar": {
      const measure = calendarMeasures.find((name) => name === rest);
      return measure === undefined ? null : { kind, measure };
    }
    case "spot": {
      const [lng = Number.NaN, lat = Number.NaN] = rest.split(",").map(Number);
      return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? { kind, lng, lat } : null;
    }
    default:
      return null;
  }
}

export function pickedText(picked: Picked): string {
  switch (picked.kind) {
    case "spot":
      return `spot:${picked.lng.toFixed(6)},${picked.lat.toFixed(6)}`;
    case "calendar":
      return `calendar:${picked.measure}`;
    case "stack":
      return `stack:${picked.bbox}`;
    case "responsibility":
      return `responsibility:${picked.role}`;
    case "quality":
      return `quality:${picked.of}`;
    default:
      return `${picked.kind}:${picked.id}`;
  }
}
