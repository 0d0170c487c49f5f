const WORKER = "/sw.js";
const SCOPE = "/my";

/** Makes the page one that can be installed: its manifest and colour stand in the document while it is open. */
export function offerInstall(): () => void {
  const elements = [
    element("link", { rel: "manifest", href: "/my.webmanifest" }),
    element("link", { rel: "apple-touch-icon", href: "/my-icon-192.png" }),
    element("meta", { name: "theme-color", content: "#14233b" }),
  ];
  document.head.append(...elements);
  return () => {
    for (const each of elements) each.remove();
  };
}

/**
 * Keeps what the page has loaded so far for use without a connection. Where service workers are missing or refused (no
 * TLS, private windows) nothing is kept and the page works as ever.
 */
export async function keepOffline(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
    const worker = registration.active ?? registration.waiting ?? registration.installing;
    worker?.postMessage({ paths: loadedPaths() });
  } catch {
    // Not kept.
  }
}

function loadedPaths(): string[] {
  const urls = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  const own = urls.filter(({ origin, pathname }) => origin === location.origin && isKept(pathname));
  return ["/my", ...new Set(own.map(({ pathname, search }) => pathname + search))];
}

function isKept(pathname: string): boolean {
  return pathname.startsWith("/api/")
    ? /^\/api\/(city|my|my\/people|recurrence\/parameters)$/.test(pathname)
    : /\.(js|css|svg|woff2)$/.test(pathname) && pathname !== WORKER;
}

function element(name: string, attributes: Readonly<Record<string, string>>): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
