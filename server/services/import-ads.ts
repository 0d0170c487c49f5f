import { setImmediate as nextTurn } from "node:timers/promises";
import { type AdChoices, AdMerge, type MergedRow } from "../../domain/ads/inventory/merge-ads.ts";
import type { AdDraft } from "../../domain/ads/inventory/read-ad.ts";
import type { RegisteredAds } from "./register-ad.ts";
import type { ServiceContext } from "./service-context.ts";
import { storedAd } from "./stored-ad.ts";

export type AdFile = {
  readonly name: string;
  /** Of its bytes and of how they were taken: the same again is the same import. */
  readonly fingerprint: string;
  readonly drafts: readonly AdDraft[];
  readonly choices: AdChoices;
};

export type MergedFile = {
  readonly rows: readonly MergedRow[];
  /** Null: nothing was written. */
  readonly revision: number | null;
  /** It was the last that was taken in, and no ad changed since. */
  readonly isRepeated: boolean;
};

const ROWS_AT_ONCE = 1000;
/** What was taken in last, and how ads stood after it. */
const LAST_IMPORT = "ads-last-import";

/** What would become of the rows; writes nothing. */
export async function previewAds(
  { city }: ServiceContext,
  file: AdFile,
  known: RegisteredAds,
): Promise<MergedFile> {
  const isRepeated = await isLast(city.storage, file, known);
  const { rows } = await mergeRows(city, file, known);
  return { rows: isRepeated ? rows.map(unchanged) : rows, revision: null, isRepeated };
}

/**
 * Takes a file of ads in as one change with one audit row. The same file in the same way, with no ad changed since, changes
 * nothing.
 */
export function importAds(
  context: ServiceContext,
  file: AdFile,
  readKnown: () => Promise<RegisteredAds>,
): Promise<MergedFile> {
  const { city, actor } = context;
  return city.change(async () => {
    const known = await readKnown();
    if (await isLast(city.storage, file, known)) return previewAds(context, file, known);
    const { rows, changes } = await mergeRows(city, file, known);
    if (changes.length === 0) return { rows, revision: null, isRepeated: false };
    const stored = changes.map((record) =>
      storedAd(context, record, known.get(record.id)?.kept?.version ?? 0),
    );
    const after = markOf(known, stored);
    const revision = await city.storage.write(async (writer) => {
      await writer.saveAds(stored);
      await writer.setMeta(LAST_IMPORT, JSON.stringify([file.fingerprint, after]));
      return writer.audit({
        at: city.now(),
        actor,
        action: "import",
        entity: "ad-inventory",
        entityId: "",
        before: null,
        after: { file: file.name, fingerprint: file.fingerprint, ...sumsOf(rows) },
      });
    });
    return { rows, revision, isRepeated: false };
  });
}

async function mergeRows(
  { tables }: ServiceContext["city"],
  { drafts, choices }: AdFile,
  known: RegisteredAds,
) {
  const records = [...known.values()].map(({ record }) => record);
  const merge = new AdMerge(records, { plane: tables.plane, choices });
  const rows: MergedRow[] = [];
  for (const draft of drafts) {
    rows.push(merge.take(draft));
    if (rows.length % ROWS_AT_ONCE === 0) await nextTurn();
  }
  return { rows, changes: merge.changes() };
}

async function isLast(
  storage: ServiceContext["city"]["storage"],
  { fingerprint }: AdFile,
  known: RegisteredAds,
): Promise<boolean> {
  return (await storage.meta(LAST_IMPORT)) === JSON.stringify([fingerprint, markOf(known, [])]);
}

/** Changes with every change of an ad that is kept: versions only grow. */
function markOf(
  known: RegisteredAds,
  changed: readonly { readonly id: string; readonly version: number }[],
): string {
  const versions = new Map<string, number>();
  for (const [id, { kept }] of known) if (kept) versions.set(id, kept.version);
  for (const { id, version } of changed) versions.set(id, version);
  let sum = 0;
  for (const version of versions.values()) sum += version;
  return `${versions.size}/${sum}`;
}

function unchanged(row: MergedRow): MergedRow {
  return row.outcome === "skipped" ? row : { ...row, outcome: "unchanged", choice: null };
}

function sumsOf(rows: readonly MergedRow[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { outcome } of rows) sums[outcome] = (sums[outcome] ?? 0) + 1;
  return { rows: rows.length, ...sums };
}
