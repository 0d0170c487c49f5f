import { family, type Sample } from "./exposition.ts";
import type { SeenRequest } from "./observe-requests.ts";

/** Upper ends of the classes, in seconds. */
const ENDS_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

type Times = {
  readonly labels: Readonly<Record<string, string>>;
  /** Not cumulative; the last is what took longer than every end. */
  readonly counts: number[];
  sumS: number;
};

/** How long requests took, by method, route and class of status. As many rows as there are routes. */
export class RequestMetrics {
  readonly #times = new Map<string, Times>();

  observe({ method, route, status, ms }: SeenRequest): void {
    const labels = { method, route, status: `${Math.floor(status / 100)}xx` };
    const key = Object.values(labels).join(" ");
    let times = this.#times.get(key);
    if (!times) {
      times = { labels, counts: new Array(ENDS_S.length + 1).fill(0), sumS: 0 };
      this.#times.set(key, times);
    }
    const found = ENDS_S.findIndex((end) => ms / 1000 <= end);
    const at = found < 0 ? ENDS_S.length : found;
    times.counts[at] = (times.counts[at] ?? 0) + 1;
    times.sumS += ms / 1000;
  }

  text(): string {
    return family(
      "wangge_request_duration_seconds",
      "histogram",
      "Time until an answer began.",
      [...this.#times.values()].flatMap(samplesOf),
    );
  }
}

function samplesOf({ labels, counts, sumS }: Times): Sample[] {
  let sum = 0;
  const buckets = counts.map((count, i) => {
    sum += count;
    const le = String(ENDS_S[i] ?? "+Inf");
    return { suffix: "_bucket", labels: { ...labels, le }, value: sum };
  });
  return [
    ...buckets,
    { suffix: "_sum", labels, value: sumS },
    { suffix: "_count", labels, value: sum },
  ];
}
