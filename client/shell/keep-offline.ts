const WORKER = "/sw.js";

/** Pages that can do without a connection, with the answers that each needs for it; see client/public/sw.js. */
const answersOf = {
  "/my": /^\/api\/(city|my|my\/people|recurrence\/parameters)$/,
  "/report": /^\/api\/(city|account)$/,
  "/ad": /^\/api\/(city|account)$/,
  "/orders": /^\/api\/(city|account|cases\/in-hand)$/,
  "/round": /^\/api\/(city|account|cases\/visits(\/suggested)?|problems)$/,
} as const;
export type OfflinePage = keyof typeof answersOf;

/**
 * Keeps what a page has loaded so far for use without a connection. Where service workers are missing or refused (no TLS,
 * private windows) nothing is kept and the page works as ever.
 */
export async function keepOffline(page: OfflinePage): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register(WORKER, { scope: page });
    const worker = registration.active ?? registration.waiting ?? registration.installing;
    worker?.postMessage({ paths: loadedPaths(page) });
  } catch {
    // Not kept.
  }
}

function loadedPaths(page: OfflinePage): string[] {
  const urls = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  const own = urls.filter(
    ({ origin, pathname }) => origin === location.origin && isKept(page, pathname),
  );
  return [page, ...new Set(own.map(({ pathname, search }) => pathname + search))];
}

function isKept(page: OfflinePage, pathname: string): boolean {
  return pathname.startsWith("/api/")
    ? answersOf[page].test(pathname)
    : /\.(js|css|svg|woff2)$/.test(pathname) && pathname !== WORKER;
}
