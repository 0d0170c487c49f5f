import type { CityPack } from "../../domain/city-pack.ts";
import type { CityClock } from "../../domain/time.ts";
import type { Storage } from "../storage/storage.ts";

const PLANE_ORIGIN = "planeOrigin";
const HISTORY_START = "historyStart";

/**
 * The pack with the origin of its plane and the start of its history settled, so that the same city
 * measures the same on every day. The origin that was taken at the first start stays for good, for
 * stored places are measured in it; a start of history that the pack gives later is honoured.
 */
export async function settledPack(
  pack: CityPack,
  storage: Storage,
  clock: CityClock,
  now: () => number,
): Promise<CityPack> {
  const given = pack.manifest.settings.recurrence;
  const storedOrigin = await storage.meta(PLANE_ORIGIN);
  const storedStart = await storage.meta(HISTORY_START);
  const origin = storedOrigin ? (JSON.parse(storedOrigin) as [number, number]) : given.planeOrigin;
  const first = await storage.firstReportedAt();
  const historyStart = given.historyStart ?? storedStart ?? clock.toDate(first ?? now());
  await storage.write(async (writer) => {
    if (!storedOrigin) await writer.setMeta(PLANE_ORIGIN, JSON.stringify(origin));
    if (!storedStart && first !== null) await writer.setMeta(HISTORY_START, historyStart);
  });
  const recurrence = { ...given, historyStart, ...(origin && { planeOrigin: origin }) };
  const settings = { ...pack.manifest.settings, recurrence };
  return { ...pack, manifest: { ...pack.manifest, settings } };
}
