import type { Note } from "../../domain/note.ts";
import type { Problem } from "../../domain/problem.ts";
import { fromE7, lngLat } from "../../domain/spatial/lng-lat.ts";
import { cityClock } from "../../domain/time.ts";
import { settledPack } from "../../server/city/settled-pack.ts";
import { startCity } from "../../server/city/start-city.ts";
import { addDefinitions, type PackCategories } from "../../server/imports/pack-definitions.ts";
import type { ProblemReading } from "../../server/imports/read-problems.ts";
import { readPack } from "../../server/packs/read-pack.ts";
import { cityTables } from "../../server/problem-index/city-tables.ts";
import { type ImportTotals, importProblems } from "../../server/services/import-problems.ts";
import { placePending } from "../../server/services/place-pending.ts";
import type { Storage } from "../../server/storage/storage.ts";

type Keeping = {
  readonly folder: string;
  readonly storage: Storage;
  /** What the pack stood on when the reading was opened. */
  readonly categories: PackCategories;
  readonly now: () => number;
  /** Waited for before more is read. */
  readonly tell: (notes: readonly Note[]) => Promise<void>;
};

/**
 * Stores a reading: definitions into pack.json first, then the pack's own problems where they were
 * never stored, then the file's, batch by batch; last every report gets its place of recurrence.
 * What was stored stays when the rest fails; running it again completes it. Throws `state-in-use` where definitions are new
 * and servers run on the same database, which would not know them.
 */
export async function keepProblems(
  reading: ProblemReading,
  { folder, storage, categories, now, tell }: Keeping,
): Promise<ImportTotals> {
  const { additions } = reading;
  if (additions.categories.length + additions.sources.length > 0) await storage.expectAlone();
  await addDefinitions(folder, additions, categories);
  const { value: pack } = await readPack(folder);
  if (pack.problemsFile !== null) await startCity(pack, storage, now);
  // With a shared database others may write between the batches.
  const { exclusive } = storage;
  const context = { storage, now, actor: "import-problems", source: reading.file, exclusive };
  const totals = await importProblems(context, problemsOf(reading, tell));

  const { newBadPositions } = await exclusive(async () => {
    const settled = await settledPack(pack, storage, cityClock(pack.manifest.timezone), now);
    const { tree, plane } = cityTables(settled);
    const settings = settled.manifest.settings.recurrence;
    return placePending({ storage, now, tree, plane, settings });
  });
  await tell(
    newBadPositions.map(({ lngE7, latE7, addresses, reports }) => ({
      code: "suspicious-stack",
      file: reading.file,
      at: lngLat(fromE7(lngE7), fromE7(latE7)),
      detail: String(addresses),
      count: reports,
    })),
  );
  return totals;
}

async function* problemsOf(
  { batches }: ProblemReading,
  tell: Keeping["tell"],
): AsyncGenerator<readonly Problem[]> {
  for await (const { problems, notes } of batches) {
    await tell(notes);
    yield problems;
  }
}
