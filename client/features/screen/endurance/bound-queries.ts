import type { QueryClient } from "@tanstack/react-query";

const LOOK_MS = 5000;

/**
 * Answers that nobody shows any more, beyond so many the oldest first. Keys of a wall carry the moment they are of, so a
 * wall makes new ones for as long as it runs. Answers how many were removed.
 */
export function forgetQueries(client: QueryClient, most: number): number {
  const cache = client.getQueryCache();
  const idle = cache
    .getAll()
    .filter((query) => query.getObserversCount() === 0 && query.state.fetchStatus === "idle")
    .sort((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt);
  const old = idle.slice(most);
  for (const query of old) cache.remove(query);
  return old.length;
}

/** Keeps at most so many idle answers, for as long as it is not stopped. */
export function boundQueries(client: QueryClient, most: number): () => void {
  const timer = setInterval(() => forgetQueries(client, most), LOOK_MS);
  return () => clearInterval(timer);
}
