import { setImmediate } from "node:timers/promises";
import type { RecurrencePlace } from "../../../domain/contract/recurrence.ts";
import { parseFilter } from "../../../domain/parse-filter.ts";
import type { City } from "../../../server/city/city.ts";
import { startCity } from "../../../server/city/start-city.ts";
import { readEnv } from "../../../server/env.ts";
import { readPack } from "../../../server/packs/read-pack.ts";
import { countRecurrences } from "../../../server/recurrence-index/count-recurrences.ts";
import { fitPriors } from "../../../server/recurrence-index/fit-priors.ts";
import { MeasuresAt } from "../../../server/recurrence-index/measures-at.ts";
import { rankPlaces } from "../../../server/recurrence-index/rank-places.ts";
import { filterVocabulary } from "../../../server/routes/filter-vocabulary.ts";
import { densityOf, placeBodies } from "../../../server/routes/place-body.ts";
import { readClasses } from "../../../server/routes/read-classes.ts";
import { openMemory } from "../../../server/storage/sqlite.ts";
import { filledCity } from "../city-storage.ts";
import { packFolder } from "../pack-folder.ts";
import { readInstant } from "./read-instant.ts";

export type Asked = {
  readonly asOf: string | undefined;
  readonly category: string | undefined;
  readonly class: string | undefined;
};

export type RankedPack = {
  readonly pack: string;
  readonly asOf: string;
  readonly settings: object;
  readonly priors: readonly object[];
  readonly places: readonly RecurrencePlace[];
};

/**
 * Every recurring place of a pack as of T, highest λ30 first, with priors fitted on what was known at T. Reads the pack's
 * database where there is one, else its own file into memory. Throws `state-in-use` while a server runs on its
 * file.
 */
export async function rankedPlaces(folder: string, asked: Asked): Promise<RankedPack> {
  const { value: pack } = await readPack(packFolder(folder));
  const stored = await filledCity(readEnv(process.env, process.cwd()), pack);
  const storage = stored ?? (await openMemory());
  try {
    const { city } = await startCity(pack, storage, Date.now);
    return await ranked(city, asked);
  } finally {
    await storage.close();
  }
}

async function ranked(city: City, asked: Asked): Promise<RankedPack> {
  const { recurrence, clock, tables } = city;
  const t =
    asked.asOf === undefined ? city.now() : (clock.parse(asked.asOf) ?? readInstant(asked.asOf));
  const { category } = asked;
  const query = { asOf: clock.toIso(t), ...(category !== undefined && { category }) };
  const rows = city.problems.compile(parseFilter(query, filterVocabulary(city)), t);
  const priors = await fitPriors(recurrence, t, () => setImmediate());
  recurrence.setPriors(priors);
  const classes = asked.class === undefined ? null : readClasses(asked.class);
  const counts = countRecurrences(recurrence, rows);
  const { places } = rankPlaces(recurrence, counts, t, Number.POSITIVE_INFINITY, classes);
  const measuresAt = new MeasuresAt(recurrence, t);
  const density = densityOf(city, rows);
  return {
    pack: city.pack.manifest.id,
    asOf: clock.toIso(t),
    settings: recurrence.settings,
    priors: priors.map(({ category: ordinal, ...prior }) => ({
      category: tables.tree.at(ordinal).code,
      ...prior,
    })),
    places: await placeBodies(city, places, {
      measuresAt,
      density,
      // Whoever runs commands on this machine reads the database itself.
      viewer: { role: "admin" },
    }),
  };
}
