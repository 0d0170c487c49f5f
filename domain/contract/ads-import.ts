import { z } from "zod";
import { AdMapping } from "../ads/inventory/ad-mapping.ts";
import { adChoices, adOutcomes } from "../ads/inventory/merge-ads.ts";
import { sameKinds } from "../ads/inventory/same-ad.ts";
import { datums } from "../spatial/datum.ts";
import { RoadBarelyMissed } from "./ads-inventory.ts";

const count = z.number().int();
const row = count.meta({ description: "As the spreadsheet counts, from 1; of features, from 1" });

const ImportNote = z.object({
  code: z.string(),
  severity: z
    .enum(["error", "warning", "info"])
    .meta({ description: "error: the row is left out" }),
  row: row.nullable(),
  field: z.string().nullable().meta({ description: "The file's own heading" }),
  value: z.string().nullable(),
  message: z.string().meta({ description: "What is wrong, what was done, what to do" }),
});
export type AdImportNote = z.infer<typeof ImportNote>;

const Double = z.object({
  row,
  kind: z.enum(sameKinds),
  other: z.string().meta({ description: "The ad that it may be the same as" }),
  otherRow: row.nullable().meta({ description: "Where this file has it; null: known before" }),
  distanceM: z.number(),
  carrier: z.string().nullable(),
  theme: z.string().nullable(),
  state: z.string(),
  choice: z.enum(adChoices).nullable().meta({ description: "Null: it is unchanged" }),
  outcome: z.enum(adOutcomes),
});
export type AdImportDouble = z.infer<typeof Double>;

const Snapping = z.object({
  all: count.meta({ description: "Rows with a position, those of removed ads apart" }),
  onRoads: count,
  inAreas: count.meta({ description: "In a place that the rules ask ads of, and by no road" }),
  left: count,
  right: count,
  middle: count,
  distanceM: z.object({ median: z.number(), p95: z.number() }).nullable(),
  roads: z.array(
    z.object({ key: z.string(), name: z.string().nullable(), group: z.string(), count }),
  ),
  roadCount: count,
  unserved: z.array(z.object({ row, id: z.string(), missed: RoadBarelyMissed.nullable() })),
  unservedCount: count,
  datumWarning: z
    .object({
      served: count,
      all: count,
      better: z.object({ datum: z.enum(datums), served: count }).nullable(),
    })
    .nullable()
    .meta({
      description: "Fewer than 95 % serve a road; `better`: the datum that would serve more",
    }),
});

/** What a file of ads is, and what came of it or would. rows = good + bad + duplicates. */
export const AdImportReport = z.object({
  file: z.string(),
  rows: count,
  good: count.meta({ description: "New without doubt" }),
  bad: count.meta({ description: "Left out, each with a note of severity error" }),
  duplicates: count.meta({ description: "Perhaps known already, the unchanged included" }),
  outcomes: z.record(z.enum(adOutcomes), count),
  columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
  isTable: z.boolean().meta({ description: "Else features with geometries of their own" }),
  mapping: AdMapping,
  isGuessed: z.boolean(),
  crs: z.enum(datums),
  noteCounts: z.object({ error: count, warning: count, info: count }),
  notes: z.array(ImportNote),
  unknown: z
    .array(z.object({ field: z.enum(["carrier", "theme", "state"]), value: z.string(), count }))
    .meta({ description: "Words that stand for nothing known: carriers and themes are kept so" }),
  doubles: z.array(Double),
  snapping: Snapping.nullable().meta({ description: "Null: there are no rules to place ads by" }),
  isDryRun: z.boolean(),
  isRepeated: z.boolean().meta({ description: "It was taken in last and nothing changed since" }),
  revision: count.nullable().meta({ description: "Null: nothing was written" }),
});
export type AdImportReport = z.infer<typeof AdImportReport>;
