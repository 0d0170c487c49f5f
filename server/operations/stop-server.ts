import type { Server } from "node:http";

/** Whoever is not done by then is cut off. */
const WITHIN_MS = 4000;
const LOOK_MS = 50;

/** Takes no more requests and resolves when those that run have been answered, or their time is over. */
export function stopServer(
  server: Pick<Server, "close" | "closeIdleConnections" | "closeAllConnections">,
  endStreams: () => void,
  withinMs = WITHIN_MS,
): Promise<void> {
  return new Promise((resolve) => {
    const looking = setInterval(() => server.closeIdleConnections(), LOOK_MS);
    const cutting = setTimeout(() => server.closeAllConnections(), withinMs);
    server.close(() => {
      clearInterval(looking);
      clearTimeout(cutting);
      resolve();
    });
    endStreams();
  });
}
