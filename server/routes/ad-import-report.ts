import { adOutcomes } from "../../domain/ads/inventory/merge-ads.ts";
import type {
  AdImportDouble,
  AdImportNote,
  AdImportReport,
} from "../../domain/contract/ads-import.ts";
import { type Note, type NoteSeverity, severityOf } from "../../domain/note.ts";
import { catalogues } from "../../domain/text/catalogues.ts";
import { noteSentence } from "../../domain/text/describe-note.ts";
import { clip } from "../../domain/text/printable.ts";
import type { ImportFacts } from "./ad-import.ts";

/** Notes, doubles and words that a report lists. */
const SHOWN = 500;
const SAMPLES = 3;
const COLUMNS_SHOWN = 200;

export function adImportReport(facts: ImportFacts, language: "zh" | "en"): AdImportReport {
  const { table, read, merged, mapping, isGuessed, crs, snapping, isDryRun } = facts;
  const bad = new Set(read.badRows);
  const doubles = doublesOf(facts);
  const outcomes = Object.fromEntries(
    adOutcomes.map((name) => [
      name,
      merged.rows.reduce((sum, { outcome }) => sum + Number(outcome === name), 0),
    ]),
  ) as AdImportReport["outcomes"];
  const notes = read.notes.map((note) => noteBody(note, language)).sort(bySeverity);
  return {
    file: table.file,
    rows: merged.rows.length + bad.size,
    good: merged.rows.length - doubles.length,
    bad: bad.size,
    duplicates: doubles.length,
    outcomes,
    columns: columnsOf(facts),
    isTable: table.isTable,
    mapping,
    isGuessed,
    crs,
    noteCounts: countsOf(read.notes),
    notes: notes.slice(0, SHOWN),
    unknown: read.unknown.slice(0, SHOWN).map((word) => ({ ...word })),
    doubles: doubles.slice(0, SHOWN),
    snapping,
    isDryRun,
    isRepeated: merged.isRepeated,
    revision: merged.revision,
  };
}

const ORDER: Readonly<Record<NoteSeverity, number>> = { error: 0, warning: 1, info: 2 };

function bySeverity(a: AdImportNote, b: AdImportNote): number {
  return ORDER[a.severity] - ORDER[b.severity] || (a.row ?? 0) - (b.row ?? 0);
}

function noteBody(note: Note, language: "zh" | "en"): AdImportNote {
  const { code, row = null, field = null, value } = note;
  return {
    code,
    severity: severityOf(note),
    row,
    field,
    value: value === undefined ? null : clip(value),
    message: noteSentence(note, catalogues[language]),
  };
}

function countsOf(notes: readonly Note[]): AdImportReport["noteCounts"] {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const note of notes) counts[severityOf(note)] += note.count ?? 1;
  return counts;
}

/** What still has to be chosen first, then what is unchanged. */
function doublesOf({ read, merged }: ImportFacts): AdImportDouble[] {
  const fieldsOf = new Map(read.drafts.map(({ row, fields }) => [row, fields]));
  return merged.rows
    .flatMap(({ row, double, choice, outcome }): AdImportDouble[] => {
      const fields = fieldsOf.get(row);
      if (!double || !fields) return [];
      const { carrier = null, theme = null, state } = fields;
      const { kind, id: other, row: otherRow } = double;
      const distanceM = Math.round(double.distanceM * 10) / 10;
      return [{ row, kind, other, otherRow, distanceM, carrier, theme, state, choice, outcome }];
    })
    .sort((a, b) => Number(a.choice === null) - Number(b.choice === null));
}

function columnsOf({ table }: ImportFacts): AdImportReport["columns"] {
  return table.columns
    .filter((name) => name !== "")
    .slice(0, COLUMNS_SHOWN)
    .map((name) => {
      const samples = new Set<string>();
      for (const { fields } of table.records) {
        const value = fields[name];
        if (value !== undefined && value !== null && value !== "")
          samples.add(clip(String(value), 24));
        if (samples.size === SAMPLES) break;
      }
      return { name, samples: [...samples] };
    });
}
