import type { FieldValue, ForeignRecord } from "../../imports/foreign-record.ts";
import { type PositionReading, positionReader } from "../../imports/record-position.ts";
import { fieldReader, hashId } from "../../imports/record-text.ts";
import { nearestNames } from "../../nearest-names.ts";
import type { Note, NoteCode } from "../../note.ts";
import type { Datum } from "../../spatial/datum.ts";
import type { Bounds, LngLat } from "../../spatial/lng-lat.ts";
import { clip } from "../../text/printable.ts";
import { adStates } from "../ad.ts";
import type { AdRecord } from "../ad-record.ts";
import { type AdColumn, type AdMapping, adColumns } from "./ad-mapping.ts";
import { type AdState, type AdWordField, codeOfWord } from "./ad-words.ts";
import { parseBearing } from "./bearing.ts";

/** What a row says of an ad; a field that it says nothing of is absent. */
export type AdDraft = {
  readonly row: number;
  /** Null: the file gives none, `id` was made of what it says. */
  readonly ownId: string | null;
  readonly id: string;
  readonly at: LngLat;
  /** The same numbers read in other datums, where that gives a position near the city. */
  readonly otherwise: Readonly<Partial<Record<Datum, LngLat>>>;
  readonly fields: { readonly state: AdState } & Partial<
    Pick<AdRecord, "carrier" | "theme" | "facing" | "repairCost" | "unitId" | "photo" | "note">
  >;
};

/** A word that stands for nothing known here. */
export type UnknownWord = { readonly field: AdWordField; readonly value: string };

export type AdReading = {
  /** Null: the row is left out, and a note of severity `error` says why. */
  readonly draft: AdDraft | null;
  readonly notes: readonly Note[];
  readonly unknown: readonly UnknownWord[];
};

export type AdReadingContext = {
  readonly file: string;
  readonly bounds: Bounds | null;
  readonly datum: Datum;
  /** Datums that the positions are tried in besides. */
  readonly others: readonly Datum[];
  /** Units by what they are called, ids and unequivocal names. */
  readonly units: ReadonlyMap<string, string>;
};

const ID_LIMIT = 100;
const WORD_LIMIT = 60;
const LIMITS = { photo: 200, note: 500 } as const;
const blanks: ReadonlySet<string> = new Set([
  "NULL",
  "null",
  "N/A",
  "NaN",
  "-",
  "—",
  "/",
  "无数据",
]);

/** Compiles a mapping. Nothing is dropped silently: what was not taken has a note or is an unknown word. */
export function adReader(
  mapping: AdMapping,
  context: AdReadingContext,
): (record: ForeignRecord) => AdReading {
  const cells = cellReaders(mapping);
  const placed = (datum: Datum) =>
    positionReader(mapping.position, { datum, bounds: context.bounds, blanks });
  const readPosition = placed(context.datum);
  const others = context.others.map((datum) => [datum, placed(datum)] as const);
  return function readAd(record) {
    const reading = new RowReading(record, mapping, context, cells);
    const at = reading.position(readPosition(record));
    const fields = reading.fields();
    const ownId = reading.id();
    const { notes, unknown, isLeftOut } = reading;
    if (isLeftOut || at === null || fields === null) return { draft: null, notes, unknown };
    const otherwise = Object.fromEntries(
      others.flatMap(([datum, read]) => {
        const found = read(record);
        return found.kind === "placed" ? [[datum, found.at]] : [];
      }),
    );
    const id = ownId ?? madeId(at, fields);
    return { draft: { row: record.row, ownId, id, at, otherwise, fields }, notes, unknown };
  };
}

type Cells = Readonly<Partial<Record<AdColumn, (record: ForeignRecord) => FieldValue>>>;

function cellReaders({ columns }: AdMapping): Cells {
  return Object.fromEntries(
    adColumns.flatMap((field) => {
      const column = columns[field];
      return column === undefined ? [] : [[field, fieldReader(column, blanks)]];
    }),
  );
}

/** The same content gives the same id, so that a file without ids can be taken in again. */
function madeId([lng, lat]: LngLat, fields: AdDraft["fields"]): string {
  const { carrier, theme, facing, photo, note } = fields;
  const said = [carrier, theme, facing, photo, note].map((value) => value ?? null);
  return hashId([lng.toFixed(7), lat.toFixed(7), ...said], "AD-");
}

class RowReading {
  readonly notes: Note[] = [];
  readonly unknown: UnknownWord[] = [];
  isLeftOut = false;
  readonly #record: ForeignRecord;
  readonly #mapping: AdMapping;
  readonly #context: AdReadingContext;
  readonly #cells: Cells;

  constructor(record: ForeignRecord, mapping: AdMapping, context: AdReadingContext, cells: Cells) {
    this.#record = record;
    this.#mapping = mapping;
    this.#context = context;
    this.#cells = cells;
  }

  position(found: PositionReading): LngLat | null {
    const field = positionName(this.#mapping);
    switch (found.kind) {
      case "placed":
        if (found.isOutsideBounds) this.#say("outside-bounds", { at: found.at });
        return found.at;
      case "missing":
        return this.#leaveOut("missing-field", { field });
      case "swapped":
        return this.#leaveOut("swapped-axes", { field, value: clip(found.value) });
      case "impossible":
        return this.#leaveOut("bad-field", { field, value: clip(found.value), detail: found.why });
    }
  }

  id(): string | null {
    const id = this.#text("id");
    if (id === null) return null;
    if (id.length <= ID_LIMIT && !/\p{Cc}/u.test(id)) return id;
    return this.#leaveOut("bad-field", { ...this.#about("id", id), detail: `1–${ID_LIMIT}` });
  }

  fields(): AdDraft["fields"] | null {
    const state = this.#state();
    const said = {
      carrier: this.#word("carrier"),
      theme: this.#word("theme"),
      facing: this.#number("facing", parseBearing, "0–360"),
      repairCost: this.#number("repairCost", costOf, "≥ 0"),
      unitId: this.#unit(),
      photo: this.#long("photo"),
      note: this.#long("note"),
    };
    if (state === null) return null;
    const given = Object.entries(said).filter(([, value]) => value !== null);
    return { state, ...(Object.fromEntries(given) as Omit<AdDraft["fields"], "state">) };
  }

  #state(): AdState | null {
    const word = this.#text("state");
    const { columns, values, stateOtherwise } = this.#mapping;
    if (word === null) {
      if (stateOtherwise !== null) return stateOtherwise;
      return this.#leaveOut("missing-field", { field: columns.state ?? "state" });
    }
    const code = codeOfWord("state", word, values.state);
    const state = adStates.find((known) => known === code);
    if (state !== undefined) return state;
    this.unknown.push({ field: "state", value: clip(word) });
    return this.#leaveOut("bad-field", { ...this.#about("state", word), detail: STATES });
  }

  /** A word that nobody knows is kept as it is written: carriers and themes are the city's. */
  #word(field: "carrier" | "theme"): string | null {
    const word = this.#text(field);
    if (word === null) return null;
    const code = codeOfWord(field, word, this.#mapping.values[field]);
    if (code !== null) return code;
    this.unknown.push({ field, value: clip(word) });
    return this.#shortened(field, word, WORD_LIMIT);
  }

  #number(
    field: "facing" | "repairCost",
    parse: (value: FieldValue) => number | null,
    detail: string,
  ): number | null {
    const value = this.#value(field);
    if (value === null) return null;
    const number = parse(value);
    if (number === null) this.#say("ignored-field", { ...this.#about(field, value), detail });
    return number;
  }

  #unit(): string | null {
    const name = this.#text("unitId");
    if (name === null) return null;
    const { units } = this.#context;
    const id = units.get(name);
    if (id !== undefined) return id;
    const near = nearestNames(name, [...units.keys()]).join("、");
    const detail = near === "" ? "unknown" : `unknown（${near}？）`;
    this.#say("reference-dropped", { ...this.#about("unitId", name), detail });
    return null;
  }

  #long(field: keyof typeof LIMITS): string | null {
    const text = this.#text(field);
    return text === null ? null : this.#shortened(field, text, LIMITS[field]);
  }

  #shortened(field: AdColumn, text: string, limit: number): string {
    if (text.length <= limit) return text;
    const { field: column } = this.#about(field, text);
    this.#say("text-shortened", { field: column, detail: String(limit) });
    return text.slice(0, limit);
  }

  #value(field: AdColumn): FieldValue {
    return this.#cells[field]?.(this.#record) ?? null;
  }

  /** What no database keeps is taken out of it. */
  #text(field: AdColumn): string | null {
    const value = this.#value(field);
    if (value === null) return null;
    const text = String(value).toWellFormed().replaceAll("\0", "").trim();
    return text === "" ? null : text;
  }

  #about(field: AdColumn, value: FieldValue): { field: string; value: string } {
    return { field: this.#mapping.columns[field] ?? field, value: clip(String(value)) };
  }

  #say(code: NoteCode, about: Omit<Note, "code" | "file" | "row">): void {
    this.notes.push({ code, file: this.#context.file, row: this.#record.row, ...about });
  }

  #leaveOut(code: NoteCode, about: Omit<Note, "code" | "file" | "row">): null {
    this.isLeftOut = true;
    this.#say(code, about);
    return null;
  }
}

/** As it is shown to whoever has to change the word; the mapping may say what it stands for instead. */
const STATES = "完好、轻微破损、破损、褪色、已拆除";

function costOf(value: FieldValue): number | null {
  const text = String(value)
    .normalize("NFKC")
    .replace(/[,¥￥元\s]/g, "");
  const cost = text === "" ? Number.NaN : Number(text);
  return Number.isFinite(cost) && cost >= 0 ? cost : null;
}

function positionName({ position }: AdMapping): string {
  if (position === "geometry") return "geometry";
  if ("wkt" in position) return position.wkt;
  return "text" in position ? position.text : `${position.lng}, ${position.lat}`;
}
