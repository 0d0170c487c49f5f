/*
 * Keeps a phone page of use without a connection: its code, and the last answers that it had. Each page registers it for its
 * own scope, and each has its own caches.
 */
const PAGE = new URL(self.registration.scope).pathname;
const SHELL = `${PAGE.slice(1)}-shell-1`;
const ANSWERS = `${PAGE.slice(1)}-answers-1`;
/** Answers that are kept, as they were last. */
const KEPT_BY_PAGE = {
  "/my": /^\/api\/(city|my|my\/people|recurrence\/parameters|recurrence\/places\/\d+)$/,
  "/report": /^\/api\/(city|account)$/,
  "/ad": /^\/api\/(city|account)$/,
  "/orders": /^\/api\/(city|account|cases\/in-hand|work-orders\/[\w-]+|photos\/[^/]+)$/,
  "/round": /^\/api\/(city|account|cases\/visits(\/suggested)?|problems|photos\/[^/]+)$/,
};
const KEPT = KEPT_BY_PAGE[PAGE];
/** Of those, what comes and goes: people, evidence and pictures that were looked at. */
const PASSING = /\/api\/(my\?|recurrence\/places\/|photos\/|work-orders\/)/;
/** Answers at most; the longest unused goes first. */
const MOST_ANSWERS = 60;
/** A link this slow is as good as none where there is a last answer. */
const PATIENCE_MS = 8000;

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), dropOtherCaches()]));
});

/** The page says what it is made of; what it loaded before this worker was there is fetched once more. */
self.addEventListener("message", (event) => {
  const { paths } = event.data ?? {};
  if (Array.isArray(paths)) event.waitUntil(keep(paths));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") {
    if (isPage(pathname)) event.respondWith(newest(request, SHELL, PAGE));
  } else if (KEPT?.test(pathname)) {
    event.respondWith(ofPage(event, () => newest(request, ANSWERS, request.url)));
  } else if (!pathname.startsWith("/api/")) {
    event.respondWith(ofPage(event, () => kept(request)));
  }
});

function isPage(pathname) {
  return pathname === PAGE || pathname.startsWith(`${PAGE}/`);
}

/** A scope takes in pages whose names only begin alike, such as /ads under /ad: those get what the server says. */
async function ofPage({ request, clientId }, answer) {
  const client = await self.clients.get(clientId);
  const isOwn = !client || isPage(new URL(client.url).pathname);
  return isOwn ? answer() : fetch(request);
}

/** From the server, else the last that it answered. Refusals pass and are not kept. */
async function newest(request, cacheName, key) {
  const cache = await caches.open(cacheName);
  const last = await cache.match(key, { ignoreVary: true });
  try {
    const answer = await (last ? soon(fetch(request)) : fetch(request));
    if (answer.status >= 500 && last) return last;
    if (answer.ok) {
      await cache.put(key, answer.clone());
      if (cacheName === ANSWERS) await trim(cache);
    }
    return answer;
  } catch (error) {
    if (last) return last;
    throw error;
  }
}

/** Files whose names change with their content come from the phone, all others from the server first. */
async function kept(request) {
  const { pathname } = new URL(request.url);
  if (!pathname.startsWith("/assets/")) return newest(request, SHELL, pathname);
  const shell = await caches.open(SHELL);
  const found = await shell.match(pathname, { ignoreVary: true });
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) await shell.put(pathname, answer.clone());
  return answer;
}

async function keep(paths) {
  const [shell, answers] = await Promise.all([caches.open(SHELL), caches.open(ANSWERS)]);
  await Promise.all(
    paths.map(async (path) => {
      const cache = path.startsWith("/api/") ? answers : shell;
      const { href } = new URL(path, location.origin);
      if (!(await cache.match(href, { ignoreVary: true }))) await cache.add(href);
    }),
  );
  const isListed = new Set(paths);
  for (const request of await shell.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith("/assets/") && !isListed.has(pathname)) await shell.delete(request);
  }
}

async function trim(cache) {
  const keys = await cache.keys();
  const passing = keys.filter(({ url }) => PASSING.test(url));
  const surplus = Math.max(0, keys.length - MOST_ANSWERS);
  await Promise.all(passing.slice(0, surplus).map((key) => cache.delete(key)));
}

function soon(answer) {
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error("late")), PATIENCE_MS);
  });
  return Promise.race([answer, late]);
}

/** Those of this page that another version of it made. */
async function dropOtherCaches() {
  const names = await caches.keys();
  const own = names.filter((name) => name.startsWith(`${PAGE.slice(1)}-`));
  const others = own.filter((name) => name !== SHELL && name !== ANSWERS);
  await Promise.all(others.map((name) => caches.delete(name)));
}
