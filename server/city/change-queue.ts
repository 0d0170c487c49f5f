import type { Storage } from "../storage/storage.ts";
import type { City } from "./city.ts";
import { followLog } from "./follow-log.ts";
import { serialQueue } from "./serial-queue.ts";

export type ChangeQueue = {
  /**
   * Runs changes of a city one after another, in all processes that share its storage: memory is brought up to date, `work`
   * reads what stands and writes, and memory takes in what was written before the next one begins.
   */
  change<T>(city: City, work: () => Promise<T>): Promise<T>;
  /** Brings memory up to date with what other processes wrote. Calls that come while one waits are one. */
  follow(city: City): Promise<void>;
};

export function changeQueue(storage: Storage): ChangeQueue {
  const queue = serialQueue();
  let waiting: Promise<void> | null = null;
  return {
    change: (city, work) =>
      queue(() =>
        storage.exclusive(async () => {
          await followLog(city);
          const done = await work();
          await followLog(city);
          return done;
        }),
      ),
    follow(city) {
      waiting ??= queue(() => {
        waiting = null;
        return followLog(city);
      });
      return waiting;
    },
  };
}
