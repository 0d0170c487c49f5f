import type { Storage } from "../storage/storage.ts";
import type { City } from "./city.ts";
import { followLog } from "./follow-log.ts";
import { serialQueue } from "./serial-queue.ts";

/**
 * Runs changes of a city one after another, in all processes that share its storage: memory is brought up to date, `work`
 * reads what stands and writes, and memory takes in what was written before the next one begins.
 */
export function changeQueue(
  storage: Storage,
): <T>(city: City, work: () => Promise<T>) => Promise<T> {
  const queue = serialQueue();
  return (city, work) =>
    queue(() =>
      storage.exclusive(async () => {
        await followLog(city);
        const done = await work();
        await followLog(city);
        return done;
      }),
    );
}
