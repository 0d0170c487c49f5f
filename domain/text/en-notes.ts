import type { Note } from "../note.ts";
import { positionText as position, words } from "./en-words.ts";
import { detailText, type MessageCatalogue } from "./message-catalogue.ts";
import { clip } from "./printable.ts";

const expected = (note: Note) => detailText(words, note.detail) || "a valid value";
const datum = (note: Note) => detailText(words, note.detail) || "another datum";
const value = (note: Note) => (note.value === undefined ? "(none)" : `"${clip(note.value)}"`);
const field = (note: Note) => (note.field === undefined ? "a field" : `field ${clip(note.field)}`);
const at = (note: Note) => (note.at ? ` at ${position(note.at)}` : "");
const area = (note: Note) =>
  note.areaM2 === undefined ? "ground" : `${Math.round(note.areaM2).toLocaleString("en-US")} m²`;
const rows = (note: Note) => (note.count && note.count > 1 ? ` (${note.count} rows)` : "");
const besides = (note: Note, lead: string) => (note.detail ? `, ${lead} ${clip(note.detail)}` : "");
const times = (note: Note) =>
  note.detail && note.detail !== "1" ? ` (${note.detail} places)` : "";
const done = (note: Note) =>
  note.used === undefined ? "left out; mend it" : `"${clip(note.used)}" taken instead; check it`;

const since = (note: Note) => (note.used === undefined ? "" : ` since ${note.used}`);

export const notes: MessageCatalogue["notes"] = {
  "file-missing": {
    title: "Required file missing",
    sentence: () => "this file is required and missing; add it",
  },
  "optional-file-missing": {
    title: "Optional file missing",
    sentence: () => "not there (optional); that part stays empty",
  },
  "file-empty": {
    title: "Empty file",
    sentence: () => "holds no record; check that the export worked",
  },
  "file-not-json": {
    title: "Not valid JSON",
    sentence: (n) =>
      `not valid JSON${n.detail ? `, near line ${n.detail.replace(":", " column ")}` : ""}${
        n.value ? `: ${value(n)}` : ""
      }; the file was not read, mend it with a JSON checker`,
  },
  "file-seems-other": {
    title: "Content is not what the name says",
    sentence: (n) => `${detailText(words, n.detail ?? "binary")}; not read`,
  },
  "file-truncated": {
    title: "Truncated file",
    sentence: () => "the file ends in the middle; not read, transfer it again",
  },
  "file-unreadable": {
    title: "Unreadable file",
    sentence: (n) => `cannot be read: ${detailText(words, n.detail ?? "unreadable")}`,
  },
  "file-too-large": {
    title: "File too large",
    sentence: (n) => `${n.value ?? "?"} MB, the limit is ${n.detail ?? "?"} MB; not read, split it`,
  },
  "file-not-used": {
    title: "File not used",
    sentence: (n) => `${clip(n.detail ?? "another file")} was taken instead; keep one of them`,
  },
  "not-a-number": {
    title: "NaN or Infinity in JSON",
    sentence: (n) => `NaN or Infinity ${n.count ?? 1} times; read as null, export null instead`,
  },
  "not-a-collection": {
    title: "Not a FeatureCollection",
    sentence: (n) =>
      `${n.value ?? "something else"} instead of a FeatureCollection; read all the same`,
  },
  "encoding-guessed": {
    title: "Encoding guessed",
    sentence: (n) =>
      `not UTF-8, read as ${n.detail ?? "GB18030"}; check the names and save as UTF-8`,
  },
  "wrong-encoding": {
    title: "Garbled text",
    sentence: (n) =>
      `${field(n)} holds garbled text ${value(n)}; taken as it is, check the encoding${rows(n)}`,
  },
  "unknown-column": {
    title: "Unknown field",
    sentence: (n) => `${field(n)} is not known; not used, the rest was read`,
  },
  "column-missing": {
    title: "Column missing",
    sentence: (n) => `there is no column ${value(n)}; ${field(n)} stays empty, mend the mapping`,
  },
  "field-guessed": {
    title: "Field guessed",
    sentence: (n) => `${field(n)} is taken from ${value(n)}, a guess; name another if it is wrong`,
  },
  "ragged-row": {
    title: "Wrong number of cells",
    sentence: (n) =>
      `${n.value ?? "some"} cells under ${n.detail ?? "another number of"} headings; ` +
      "read in the order of the headings, check commas and quotes",
  },
  "row-unreadable": {
    title: "Unreadable row",
    sentence: (n) =>
      `cannot be read${n.value === undefined ? "" : `: ${value(n)}`} (a quote left open, ` +
      "or not valid JSON); left out, mend it",
  },
  "text-shortened": {
    title: "Text too long",
    sentence: (n) => `${field(n)} is too long; its first ${n.detail ?? "few"} characters were kept`,
  },
  "bad-field": {
    title: "Invalid value",
    sentence: (n) => `${field(n)}: ${value(n)} is not valid, expected ${expected(n)}; ${done(n)}`,
  },
  "missing-field": {
    title: "Required field missing",
    sentence: (n) =>
      `${field(n)} is required${n.detail ? ` (${detailText(words, n.detail)})` : ""}; ${done(n)}`,
  },
  "ignored-field": {
    title: "Field ignored",
    sentence: (n) =>
      `${field(n)}: ${value(n)} is not valid, expected ${expected(n)}; the rest was read`,
  },
  "duplicate-id": {
    title: "Duplicate id",
    sentence: (n) =>
      `id ${value(n)} is taken${n.detail ? ` by record ${n.detail}` : ""}; the first stays`,
  },
  "unknown-reference": {
    title: "Reference to nothing",
    sentence: (n) => `${field(n)}: there is no ${value(n)}; the record was left out, mend the id`,
  },
  "reference-dropped": {
    title: "Reference dropped",
    sentence: (n) =>
      `${field(n)}: ${value(n)} does not hold, ${expected(n)}; read without it, mend it`,
  },
  "unknown-category": {
    title: "Unknown category",
    sentence: (n) =>
      `category ${value(n)} is not in the tree${besides(n, "near it are")}; ` +
      `left out, mend the code, add the category or map it${rows(n)}`,
  },
  "unknown-source": {
    title: "Unknown source",
    sentence: (n) =>
      `source ${value(n)} is not listed; left out, add it to the pack or map it${rows(n)}`,
  },
  "unknown-state": {
    title: "Unknown state",
    sentence: (n) =>
      `state ${value(n)} is not known; taken from the closing time, map it${rows(n)}`,
  },
  "geometry-missing": {
    title: "No geometry",
    sentence: () => "the geometry is empty; left out, draw it",
  },
  "geometry-wrong-type": {
    title: "Wrong geometry type",
    sentence: (n) => `${value(n)} instead of ${n.detail ?? "another type"}; left out, convert it`,
  },
  "ring-not-closed": {
    title: "Ring not closed",
    sentence: (n) => `the ring is not closed${at(n)}; closed, check it`,
  },
  "ring-too-short": {
    title: "Ring too short",
    sentence: (n) =>
      `fewer than three different points make no area${at(n)}; left out, draw it again`,
  },
  "hole-too-short": {
    title: "Hole too short",
    sentence: (n) =>
      `a hole of fewer than three different points${at(n)}; the hole was dropped, check it`,
  },
  "line-too-short": {
    title: "Line too short",
    sentence: (n) =>
      `fewer than two different points make no line${at(n)}; left out, draw it again`,
  },
  "repeated-vertex": {
    title: "Repeated vertices",
    sentence: (n) => `${n.detail ?? "some"} vertices repeat the one before${at(n)}; taken once`,
  },
  "self-intersection": {
    title: "Self-intersection",
    sentence: (n) =>
      `the boundary meets itself${at(n)}${times(n)}; read as it is, mend it in a GIS`,
  },
  "hole-outside": {
    title: "Hole outside its shell",
    sentence: (n) => `a hole lies outside its shell${at(n)}; read as it is, mend it in a GIS`,
  },
  "rings-nested": {
    title: "Nested parts",
    sentence: (n) =>
      `two parts or holes lie inside each other${at(n)}, areas come out wrong; read as is`,
  },
  "coordinate-out-of-range": {
    title: "Coordinate out of range",
    sentence: (n) =>
      `${value(n)} is not a longitude and latitude; not taken, is it in metres, or missing?`,
  },
  "swapped-axes": {
    title: "Axes seem swapped",
    sentence: (n) =>
      `${value(n)} fits the city only with the axes swapped; not taken, export longitude first`,
  },
  "outside-bounds": {
    title: "Outside the city",
    sentence: (n) =>
      `lies outside the city${at(n)}; read as it is, check the datum and the pack's bounds`,
  },
  "zone-gap": {
    title: "Gap between zones",
    sentence: (n) =>
      `${area(n)} ${n.id === undefined ? "between zones" : "inside it"} belong to no zone of ` +
      `that level${besides(n, "next to")}${at(n)}; move a border`,
  },
  "zone-overlap": {
    title: "Zones overlap",
    sentence: (n) =>
      `overlaps ${clip(n.detail ?? "another zone")} by ${area(n)}${at(n)}; move a border`,
  },
  "zone-outside-parent": {
    title: "Zone outside its parent",
    sentence: (n) =>
      `${area(n)} lie outside its parent ${clip(n.detail ?? "")}${at(n)}; move a border`,
  },
  "topology-not-checked": {
    title: "Topology not checked",
    sentence: (n) =>
      `the borders of ${clip(n.detail ?? "some zones")} are too tangled to look for gaps and ` +
      "overlaps; mend them and check again",
  },
  "datum-converted": {
    title: "Datum converted",
    sentence: (n) =>
      n.detail === "cgcs2000"
        ? `CGCS2000 differs from WGS 84 by centimetres and is taken as it${rows(n)}`
        : `converted from ${datum(n)} to WGS 84${rows(n)}`,
  },
  "crs-disagrees": {
    title: "Datums disagree",
    sentence: (n) => `the file says ${value(n)}, the pack ${datum(n)}; the pack was followed`,
  },
  "height-dropped": {
    title: "Heights dropped",
    sentence: (n) =>
      `positions have more than two numbers; only longitude and latitude were read${rows(n)}`,
  },
  "class-unknown": {
    title: "Road class unknown",
    sentence: () => "neither class nor highway; taken as none, add one",
  },
  "road-kind-left-out": {
    title: "Lines that are no road",
    sentence: (n) => `highway=${clip(n.value ?? "")} is no road; left out${rows(n)}`,
  },
  "road-elsewhere": {
    title: "Roads outside the city",
    sentence: (n) => `neither in the zones nor about them; left out${rows(n)}`,
  },
  "road-cut": {
    title: "Nodes of a road missing",
    sentence: (n) =>
      `node ${value(n)} is not in the file${times(n)}; ${
        n.used === "nothing"
          ? "too little is left, left out"
          : "the road is cut there, the rest taken"
      }. Ask for an extract with complete ways`,
  },
  "two-way-once": {
    title: "Two-way streets taken once",
    sentence: (n) => `a directed graph holds them in both directions; taken once${rows(n)}`,
  },
  "list-shortened": {
    title: "First of several values",
    sentence: (n) =>
      `${field(n)} has several values ${value(n)}; "${clip(n.used ?? "")}" taken, check it`,
  },
  "no-position": {
    title: "No position",
    sentence: (n) => `no position; it waits in the tray of unplaced reports${rows(n)}`,
  },
  "impossible-position": {
    title: "Impossible position",
    sentence: (n) =>
      `${value(n)} cannot be${n.detail ? ` (${detailText(words, n.detail)})` : ""}; ` +
      `it waits in the tray of unplaced reports${rows(n)}`,
  },
  "axes-maybe-swapped": {
    title: "Axes may be swapped",
    sentence: (n) =>
      `${value(n)} fits the city only with the axes swapped; it waits in the tray of ` +
      `unplaced reports, check the mapping's position${rows(n)}`,
  },
  "suspicious-stack": {
    title: "Many addresses on one position",
    sentence: (n) =>
      `${n.detail ?? "many"} different addresses on ${n.at ? position(n.at) : value(n)}, ` +
      `a geocoder's default it seems; not counted as recurrence${rows(n)}`,
  },
  "closed-before-reported": {
    title: "Closed before reported",
    sentence: (n) =>
      `closed ${value(n)}, before it was reported; kept, counted from the report${rows(n)}`,
  },
  "due-before-reported": {
    title: "Due before reported",
    sentence: (n) => `due ${value(n)}, before it was reported; kept, check it${rows(n)}`,
  },
  "time-in-future": {
    title: "Time in the future",
    sentence: (n) =>
      `${field(n)}: ${value(n)} is in the future; kept, check the time zone${rows(n)}`,
  },
  "time-ambiguous": {
    title: "Ambiguous time",
    sentence: (n) =>
      `${value(n)} is ambiguous or skipped by summer time; the earlier reading was taken${rows(n)}`,
  },
  "state-disagrees": {
    title: "State and closing disagree",
    sentence: (n) =>
      `state ${value(n)} does not fit the closing time; the closing time holds${rows(n)}`,
  },
  "row-repeated": {
    title: "Repeated record",
    sentence: (n) => `the same as a record already there; not stored twice${rows(n)}`,
  },
  "row-updated": {
    title: "Record updated",
    sentence: (n) => `the id was there with other content; updated${rows(n)}`,
  },
  "categories-added": {
    title: "Categories added",
    sentence: (n) => `category ${value(n)} added from the mapping${rows(n)}`,
  },
  "sources-added": {
    title: "Sources added",
    sentence: (n) => `source ${value(n)} added from the mapping${rows(n)}`,
  },
  "duty-ends-before-start": {
    title: "Duty ends before it starts",
    sentence: (n) =>
      `to ${value(n)} is not after from ${n.detail ?? ""}; left out (from is included, to is not)`,
  },
  "zone-without-lead": {
    title: "Zone without a lead",
    sentence: (n) => `${value(n)} has no zone lead${since(n)}; assign one`,
  },
  "section-without-chief": {
    title: "Section without a chief",
    sentence: (n) => `${value(n)} has no section chief${since(n)}${at(n)}; assign one`,
  },
  "duty-gap": {
    title: "Gap between holders",
    sentence: (n) => `${value(n)}: nobody answers${besides(n, "days")}; mend a date or assign`,
  },
  "duty-overlap": {
    title: "Holders overlap",
    sentence: (n) => `${value(n)}: terms overlap${besides(n, "days")}; mend an end or a start`,
  },
};
