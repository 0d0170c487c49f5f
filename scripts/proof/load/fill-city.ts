import type { CityPack } from "../../../domain/city-pack.ts";
import { ProblemId } from "../../../domain/ids.ts";
import type { Problem } from "../../../domain/problem.ts";
import { storedLngLat } from "../../../domain/spatial/lng-lat.ts";
import { startCity } from "../../../server/city/start-city.ts";
import { readPack } from "../../../server/packs/read-pack.ts";
import { importProblems } from "../../../server/services/import-problems.ts";
import { openStorage } from "../../../server/storage/open-storage.ts";
import { type Random, seededRandom } from "../../demo-city/random.ts";
import type { ServerState } from "../server-process.ts";

const BATCH = 2000;
/** How far a copy of the city's reports lies from the original, degrees: about a hundred metres. */
const APART = 0.001;

export type FilledCity = { readonly problems: number; readonly people: readonly string[] };

/**
 * Fills the state of a server that is not running: the pack's own reports, then copies of them a little apart, so that what
 * lies together stays together, until there are so many.
 */
export async function fillCity(state: ServerState, problems: number): Promise<FilledCity> {
  const { value: pack } = await readPack(state.packFolder);
  const storage = await openStorage(state.databaseUrl, state.stateFolder, () => undefined);
  try {
    await startCity(pack, storage, Date.now);
    const originals: Problem[] = [];
    for await (const batch of storage.problems()) originals.push(...batch);
    const missing = problems - originals.length;
    if (missing > 0) {
      const context = { storage, now: Date.now, actor: "proof", source: "copies" };
      await importProblems(context, copiesOf(originals, missing, seededRandom(1)));
    }
    return { problems: await storage.countProblems(), people: peopleOf(pack) };
  } finally {
    await storage.close();
  }
}

async function* copiesOf(
  originals: readonly Problem[],
  count: number,
  random: Random,
): AsyncGenerator<readonly Problem[]> {
  let batch: Problem[] = [];
  let shift: readonly [number, number] = [0, 0];
  for (let i = 0; i < count; i++) {
    const original = originals[i % originals.length];
    if (original === undefined) return;
    if (i % originals.length === 0) {
      shift = [random.between(-APART, APART), random.between(-APART, APART)];
    }
    batch.push(copyOf(original, Math.floor(i / originals.length), shift));
    if (batch.length < BATCH && i < count - 1) continue;
    yield batch;
    batch = [];
  }
}

function copyOf(
  { id, position, category, source, state, reportedAt, dueAt, closings, ...rest }: Problem,
  copy: number,
  [east, north]: readonly [number, number],
): Problem {
  const { description, address, assetId, isHardDeduction, assignedUnitId, photos } = rest;
  return {
    id: ProblemId.parse(`${id}-${copy}`),
    position: position && storedLngLat(position[0] + east, position[1] + north),
    assetId: assetId && `${assetId}-${copy}`,
    ...{ category, source, state, reportedAt, dueAt, closings },
    ...{ description, address, isHardDeduction, assignedUnitId, photos },
  };
}

function peopleOf({ duties }: CityPack): string[] {
  const leads = duties.filter(({ role, to }) => role === "zone-lead" && to === null);
  return [...new Set(leads.flatMap(({ person }) => person ?? []))];
}
