import { z } from "zod";
import { dutyRoles } from "./duty.ts";
import { type GridZone, zoneLevels } from "./grid-zone.ts";
import { roadClasses } from "./road-section.ts";

export const signTypes = ["section", "zone"] as const;
export type SignType = (typeof signTypes)[number];

export const signSizes = ["A4", "A3"] as const;
export type SignSize = (typeof signSizes)[number];

/** 12345, the hotline that every city of the country has. */
export const GENERAL_LINE = "12345";

const Line = z.string().trim().min(1).max(60);

/** `settings.sign` of a pack: what a city prints on all of its boards. */
export const SignSettings = z.object({
  /** One number for all boards; else the number of the duty. */
  phone: z.string().trim().min(1).max(40).optional(),
  /** When somebody answers it, e.g. 工作日 8:30—17:30. */
  hours: z.string().trim().min(1).max(60).optional(),
  responsibilities: z
    .object({
      section: z.array(Line).max(8).optional(),
      zone: z.array(Line).max(8).optional(),
    })
    .prefault({}),
});
export type SignSettings = z.infer<typeof SignSettings>;

/** What a board lacks, or what makes it useless on the street. */
export const signWarnings = [
  "no-name",
  "no-holder",
  "no-lead",
  "no-partner",
  "no-phone",
  "no-grid-worker",
  "missing-characters",
  "local-address",
] as const;
export type SignWarning = (typeof signWarnings)[number];

const Holder = z.object({
  person: z.string().nullable(),
  unit: z.string().nullable(),
  /** The area that the duty is about, where that is another one than the board's. */
  area: z.string().nullable(),
});

/** A role and who holds it on the day; nobody: the board says 待明确. */
export const SignRow = z.object({ role: z.enum(dutyRoles), holders: z.array(Holder) });
export type SignRow = z.infer<typeof SignRow>;

/** What a section meets at an end; several names, the widest road first. */
const End = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("road"), names: z.array(z.string()) }),
  z.object({ kind: z.literal("junction") }),
  z.object({ kind: z.literal("continues") }),
  z.object({ kind: z.literal("dead-end") }),
]);

const SectionFacts = z.object({
  type: z.literal("section"),
  from: End,
  to: End,
  class: z.enum(roadClasses),
  lengthM: z.number(),
});

const ZoneFacts = z.object({
  type: z.literal("zone"),
  level: z.enum(zoneLevels),
  /** The zones that hold it, finest first. */
  within: z.array(z.string()),
  areaM2: z.number(),
  communities: z.number().int(),
  cells: z.number().int(),
  /** Road sections whose midpoint lies in it. */
  sections: z.number().int(),
  gridWorkers: z.number().int(),
});

/** 公示牌: everything a board shows, as of one day. */
export const Sign = z.object({
  id: z.string(),
  name: z.string().nullable(),
  facts: z.discriminatedUnion("type", [SectionFacts, ZoneFacts]),
  /** The first is the board's own and the largest. */
  rows: z.array(SignRow).min(1),
  phone: z.string().nullable(),
  hours: z.string().nullable(),
  /** Null: the ones that the program brings. */
  responsibilities: z.array(z.string()).nullable(),
  city: z.string(),
  isDemo: z.boolean(),
  /** `YYYY-MM` of the day. */
  month: z.string(),
  /** Its own point: the middle of the section, inside the zone. */
  position: z.tuple([z.number(), z.number()]),
  /** Where the QR code leads. */
  address: z.string(),
  warnings: z.array(z.enum(signWarnings)),
});
export type Sign = z.infer<typeof Sign>;

export type SignKind = "section" | GridZone["level"];

/** What a board is about, as its words go by. */
export function signKind({ facts }: Pick<Sign, "facts">): SignKind {
  return facts.type === "section" ? "section" : facts.level;
}

/** Which list of duties a board shows where the city gives none: a cell is walked as a community is. */
export function dutyListOf(sign: Pick<Sign, "facts">): "section" | "zone" | "community" {
  const kind = signKind(sign);
  return kind === "cell" ? "community" : kind;
}
