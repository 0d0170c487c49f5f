import { expect, type Page, type Request } from "@playwright/test";

type Traffic = {
  readonly unanswered: Set<Request>;
  /** Epoch ms. */
  changedAt: number;
};

const trafficOf = new WeakMap<Page, Traffic>();
const QUIET_MS = 500;

/** Keeps count of what a page asks for from now on. */
export function watchTraffic(page: Page): void {
  if (trafficOf.has(page)) return;
  const traffic: Traffic = { unanswered: new Set(), changedAt: Date.now() };
  trafficOf.set(page, traffic);
  const over = (request: Request) => {
    if (traffic.unanswered.delete(request)) traffic.changedAt = Date.now();
  };
  page.on("request", (request) => {
    const isOfNewPage = request.isNavigationRequest() && request.frame() === page.mainFrame();
    if (isOfNewPage) traffic.unanswered.clear();
    if (isEndless(request)) return;
    traffic.unanswered.add(request);
    traffic.changedAt = Date.now();
  });
  page.on("requestfinished", over);
  page.on("requestfailed", over);
}

/** Waits until a watched page has all that it asked for. Load state `networkidle` is told once per load, and not after a click. */
export async function quiet(page: Page): Promise<void> {
  const traffic = trafficOf.get(page);
  if (!traffic) throw new Error("This page is not watched; call watchTraffic before it is opened");
  const isQuiet = () => traffic.unanswered.size === 0 && Date.now() - traffic.changedAt >= QUIET_MS;
  await expect.poll(isQuiet, { timeout: 30_000, intervals: [100] }).toBe(true);
}

function isEndless(request: Request): boolean {
  return new URL(request.url()).pathname === "/api/live";
}
