import type { LngLat } from "./spatial/lng-lat.ts";

/**
 * Everything a reader of outside data may have to say. `error`: the row or feature was left out.
 * `warning`: it was taken, as described. `info`: worth knowing.
 */
export const noteSeverities = {
  "file-missing": "error",
  "optional-file-missing": "info",
  "file-empty": "error",
  "file-not-json": "error",
  "file-seems-other": "error",
  "file-truncated": "error",
  "file-unreadable": "error",
  "file-too-large": "error",
  "file-not-used": "warning",
  "not-a-number": "warning",
  "not-a-collection": "info",
  "encoding-guessed": "info",
  "wrong-encoding": "warning",
  "unknown-column": "info",
  "column-missing": "warning",
  "field-guessed": "info",
  "ragged-row": "warning",
  "row-unreadable": "error",
  "text-shortened": "warning",
  "bad-field": "error",
  "missing-field": "error",
  "ignored-field": "warning",
  "duplicate-id": "error",
  "unknown-reference": "error",
  "reference-dropped": "warning",
  "unknown-category": "error",
  "unknown-source": "error",
  "unknown-state": "warning",
  "geometry-missing": "error",
  "geometry-wrong-type": "error",
  "ring-not-closed": "warning",
  "ring-too-short": "error",
  "hole-too-short": "warning",
  "line-too-short": "error",
  "repeated-vertex": "info",
  "self-intersection": "warning",
  "hole-outside": "warning",
  "rings-nested": "warning",
  "coordinate-out-of-range": "error",
  "swapped-axes": "error",
  "outside-bounds": "warning",
  "zone-gap": "warning",
  "zone-overlap": "warning",
  "zone-outside-parent": "warning",
  "topology-not-checked": "warning",
  "datum-converted": "info",
  "crs-disagrees": "warning",
  "height-dropped": "info",
  "class-unknown": "warning",
  "road-kind-left-out": "info",
  "road-elsewhere": "info",
  "road-cut": "warning",
  "two-way-once": "info",
  "list-shortened": "info",
  "no-position": "info",
  "impossible-position": "warning",
  "axes-maybe-swapped": "warning",
  "suspicious-stack": "warning",
  "closed-before-reported": "warning",
  "due-before-reported": "warning",
  "time-in-future": "warning",
  "time-ambiguous": "info",
  "state-disagrees": "warning",
  "row-repeated": "info",
  "row-updated": "info",
  "categories-added": "info",
  "sources-added": "info",
  "duty-ends-before-start": "error",
  "zone-without-lead": "warning",
  "section-without-chief": "warning",
  "duty-gap": "warning",
  "duty-overlap": "warning",
} as const;
export type NoteCode = keyof typeof noteSeverities;
export type NoteSeverity = (typeof noteSeverities)[NoteCode];

/** One finding about outside data: where it is, what it is, what was done about it. */
export type Note = {
  readonly code: NoteCode;
  readonly file: string;
  /** Line of a table or position in a feature list, from 1, the header being line 1. */
  readonly row?: number;
  readonly id?: string;
  readonly field?: string;
  readonly value?: string;
  /** What was expected, what the file seems to be, the other feature's id: see the message of the code. */
  readonly detail?: string;
  /** What was taken instead of `value`, when something was. */
  readonly used?: string;
  readonly at?: LngLat;
  readonly areaM2?: number;
  /** How many rows this note speaks for; 1 when absent. */
  readonly count?: number;
};

/** A value read from outside with everything that was odd about it; bad rows never stop good ones. */
export type Noted<T> = { readonly value: T; readonly notes: readonly Note[] };

export function severityOf(note: Note): NoteSeverity {
  return noteSeverities[note.code];
}

/** Rows that notes of one code speak for. */
export function countOfCode(notes: readonly Note[], code: NoteCode): number {
  return notes.reduce((sum, note) => (note.code === code ? sum + (note.count ?? 1) : sum), 0);
}
