import { DAY_MS } from "../domain/time.ts";
import type { City } from "./city/city.ts";
import type { LogEntry } from "./deps.ts";
import type { PhotoStore } from "./photos/photo-store.ts";
import { forgetPersonalData } from "./services/forget-personal-data.ts";
import { proposeBadPositions } from "./services/propose-bad-positions.ts";
import { refitPriors } from "./services/refit-priors.ts";

/** Wall clock time of the city at which the night's work is done. */
const HOUR = 3;
const MINUTE = 10;
/** Writes that another process may be behind: days of a busy city. */
const CHANGES_KEPT = 200_000;

/**
 * Does the night's work every night: fits the priors, proposes coordinates that stand for no place, masks personal data that
 * were kept for their time, throws away what nobody needs. What fails is logged and the next night comes. Answers a function
 * that stops it.
 */
export function startNightly(
  city: City,
  photos: PhotoStore,
  log: (entry: LogEntry) => void,
): () => void {
  let timer: NodeJS.Timeout;
  const schedule = () => {
    timer = setTimeout(
      () => void work().finally(schedule),
      nextNight(city, city.now()) - city.now(),
    );
    timer.unref();
  };
  const work = async () => {
    for (const [name, task] of tasksOf(city, photos)) {
      try {
        log({ level: "info", message: `nightly: ${name}`, ...(await task()) });
      } catch (error) {
        log({ level: "error", message: `nightly: ${name} failed: ${String(error)}` });
      }
    }
  };
  schedule();
  return () => clearTimeout(timer);
}

type Task = readonly [name: string, run: () => Promise<Record<string, number>>];

/** One that fails keeps none of the others from its turn. */
function tasksOf(city: City, photos: PhotoStore): readonly Task[] {
  return [
    ["fit priors", async () => ({ priors: (await refitPriors({ city, actor: "system" })).length })],
    [
      "propose positions",
      async () => {
        await proposeBadPositions(city);
        return { proposed: city.proposedPositions.length };
      },
    ],
    [
      "forget personal data",
      async () => {
        const { texts } = await forgetPersonalData({
          storage: city.storage,
          change: city.change,
          now: city.now,
          actor: "system",
          keepDays: city.pack.manifest.settings.privacy.keepDays,
        });
        return { texts };
      },
    ],
    ["cut the log", async () => ({ cut: await city.storage.forgetChanges(CHANGES_KEPT) })],
    [
      "remove uploads",
      async () => {
        await photos.removeUnattached(city.now());
        return {};
      },
    ],
  ];
}

/** The first 03:10 of the city after t. */
export function nextNight({ clock }: Pick<City, "clock">, t: number): number {
  for (const day of [t, t + DAY_MS]) {
    const { year, month, day: date } = clock.toLocal(day);
    const night = { year, month, day: date, hour: HOUR, minute: MINUTE, second: 0, millisecond: 0 };
    if (clock.toEpoch(night) > t) return clock.toEpoch(night);
  }
  return t + DAY_MS;
}
