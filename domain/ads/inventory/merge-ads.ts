import { z } from "zod";
import type { LocalPlane } from "../../spatial/local-plane.ts";
import type { AdRecord } from "../ad-record.ts";
import { AdRegister, type SameAd } from "./ad-register.ts";
import type { AdDraft } from "./read-ad.ts";
import type { SameKind } from "./same-ad.ts";

/** What becomes of a row that may be an ad that is known: it is left, it is taken as how that one is now, or as another. */
export const adChoices = ["skip", "update", "new"] as const;
export type AdChoice = (typeof adChoices)[number];

const Choice = z.enum(adChoices);

/** By why they may be the same, and for single rows, which comes first. */
export const AdChoices = z.strictObject({
  "same-id": Choice.default("update"),
  "same-place": Choice.default("skip"),
  "same-photo": Choice.default("skip"),
  rows: z
    .record(z.string().regex(/^\d{1,9}$/), Choice)
    .refine((rows) => Object.keys(rows).length <= 5000, { message: "at most 5000 rows" })
    .default({}),
});
export type AdChoices = z.infer<typeof AdChoices>;

export const adOutcomes = ["added", "updated", "unchanged", "skipped"] as const;
export type AdOutcome = (typeof adOutcomes)[number];

/** An ad that a row may be the same as; `row`: where this file has it, null: it was known before. */
export type AdDouble = {
  readonly kind: SameKind;
  readonly id: string;
  readonly distanceM: number;
  readonly row: number | null;
};

export type MergedRow = {
  readonly row: number;
  /** Of the ad that the row became, or was left for. */
  readonly id: string;
  readonly outcome: AdOutcome;
  /** Null: a new ad without doubt. */
  readonly double: AdDouble | null;
  readonly choice: AdChoice | null;
};

/**
 * Takes rows in one after another, each against what stood before and what the rows before it made. A row that an ad was
 * made of already changes nothing, whatever is chosen.
 */
export class AdMerge {
  readonly #register: AdRegister;
  readonly #choices: AdChoices;
  /** As they were before this file. */
  readonly #before = new Map<string, AdRecord | null>();
  readonly #rowOf = new Map<string, number>();

  constructor(
    known: Iterable<AdRecord>,
    { plane, choices }: { plane: Pick<LocalPlane, "x" | "y">; choices: AdChoices },
  ) {
    this.#register = new AdRegister(plane, known);
    this.#choices = choices;
  }

  take(draft: AdDraft): MergedRow {
    const { row } = draft;
    const fresh: AdRecord = { ...contentOf(draft), id: draft.id };
    const doubles = this.#register.sameAs(fresh);
    const [first] = doubles;
    if (!first) return this.#add(fresh, row, null, null);
    const twin = doubles.find((each) => isTwin(each, draft));
    if (twin) {
      const double = this.#doubleOf(twin);
      return { row, id: twin.ad.id, outcome: "unchanged", double, choice: null };
    }
    const choice = this.#choices.rows[String(row)] ?? this.#choices[first.kind];
    const double = this.#doubleOf(first);
    if (choice === "skip") return { row, id: first.ad.id, outcome: "skipped", double, choice };
    if (choice === "new") return this.#add(this.#renamed(fresh), row, double, choice);
    const after = withDraft(first, draft);
    const isSame = isSameContent(first.ad, after);
    if (!isSame) this.#put(after, row);
    return { row, id: first.ad.id, outcome: isSame ? "unchanged" : "updated", double, choice };
  }

  /** Ads that are other than they were before this file, in the order in which it first named them. */
  changes(): AdRecord[] {
    return [...this.#before].flatMap(([id, before]) => {
      const after = this.#register.get(id);
      return after && !(before && isSameContent(before, after)) ? [after] : [];
    });
  }

  #add(ad: AdRecord, row: number, double: AdDouble | null, choice: AdChoice | null): MergedRow {
    this.#put(ad, row);
    return { row, id: ad.id, outcome: "added", double, choice };
  }

  #put(ad: AdRecord, row: number): void {
    const { id } = ad;
    if (!this.#before.has(id)) this.#before.set(id, this.#register.get(id) ?? null);
    if (!this.#rowOf.has(id)) this.#rowOf.set(id, row);
    this.#register.put(ad);
  }

  #doubleOf({ kind, ad: { id }, distanceM }: SameAd): AdDouble {
    return { kind, id, distanceM, row: this.#rowOf.get(id) ?? null };
  }

  /** Under an id that nobody has. */
  #renamed(ad: AdRecord): AdRecord {
    if (!this.#register.get(ad.id)) return ad;
    for (let n = 2; ; n++) {
      const id = `${stemOf(ad.id)}${n}`;
      if (!this.#register.get(id)) return { ...ad, id };
    }
  }
}

/** The ad that this very row made, now or when the file was taken in before, perhaps under another number. */
function isTwin(same: SameAd, draft: AdDraft): boolean {
  const { id } = same.ad;
  const isOwn = id === draft.id || (id.startsWith(stemOf(draft.id)) && /-\d+$/.test(id));
  return isOwn && isSameContent(same.ad, { ...same.ad, ...contentOf(draft) });
}

function contentOf({ at, fields }: AdDraft) {
  return { ...fields, x: at[0], y: at[1] };
}

/** What numbers are put behind. */
function stemOf(id: string): string {
  return `${id.slice(0, 90)}-`;
}

/** The known ad as the row has it: what the row says nothing of stays, and so does its place unless the id is the same. */
function withDraft({ ad, kind }: SameAd, draft: AdDraft): AdRecord {
  return { ...ad, ...(kind === "same-id" ? contentOf(draft) : draft.fields) };
}

const CONTENT = [
  "x",
  "y",
  "carrier",
  "theme",
  "state",
  "facing",
  "repairCost",
  "unitId",
  "photo",
  "note",
] as const;

/** Positions are stored to the centimetre; what is absent and what is null say the same. */
function isSameContent(a: AdRecord, b: AdRecord): boolean {
  return CONTENT.every((name) => {
    const [p, q] = [a[name] ?? null, b[name] ?? null];
    if (name === "x" || name === "y") return Math.abs(Number(p) - Number(q)) < 1e-7;
    return p === q;
  });
}
