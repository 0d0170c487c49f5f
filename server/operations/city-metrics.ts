import { monitorEventLoopDelay } from "node:perf_hooks";
import type { City } from "../city/city.ts";
import { family } from "./exposition.ts";

const NS_PER_S = 1e9;
/** How often the event loop is looked at; part of every delay that is measured. */
const RESOLUTION_MS = 20;

/** What a city holds in memory and how far it is behind its storage. Asks the storage one thing. */
export async function cityMetrics(city: City): Promise<string> {
  const { problems, recurrence, revision, logPosition, feed, storage } = city;
  const logEnd = await storage.logEnd();
  const gauge = (name: string, help: string, value: number) =>
    family(`wangge_${name}`, "gauge", help, [{ value }]);
  return [
    gauge("problems", "Problems in the index.", problems.size),
    family("wangge_index_bytes", "gauge", "Bytes of the indexes in memory.", [
      { labels: { index: "problems" }, value: problems.byteLength },
      { labels: { index: "recurrence" }, value: recurrence.byteLength },
    ]),
    gauge("revision", "Number of the last change that memory holds.", revision),
    gauge(
      "log_lag",
      "How far memory is behind the newest number of the log.",
      logEnd - logPosition,
    ),
    gauge("live_listeners", "Open pages that hear of changes.", feed.listeners),
  ].join("\n");
}

/** Memory, processor and how long the event loop was held up since it was asked last. */
export class ProcessMetrics {
  readonly #delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });

  constructor() {
    this.#delay.enable();
  }

  text(): string {
    const { rss, heapUsed, heapTotal, external, arrayBuffers } = process.memoryUsage();
    const cpu = process.cpuUsage();
    const delay = this.#delay;
    const seconds = (ns: number) => Math.max(0, ns / NS_PER_S - RESOLUTION_MS / 1000);
    const text = [
      family("wangge_event_loop_delay_seconds", "gauge", "Since the last time this was asked.", [
        { labels: { quantile: "0.5" }, value: seconds(delay.percentile(50)) },
        { labels: { quantile: "0.99" }, value: seconds(delay.percentile(99)) },
        { labels: { quantile: "1" }, value: seconds(delay.max) },
      ]),
      family(
        "wangge_memory_bytes",
        "gauge",
        "Memory of the process.",
        Object.entries({ rss, heapUsed, heapTotal, external, arrayBuffers }).map(
          ([kind, value]) => ({ labels: { kind }, value }),
        ),
      ),
      family("process_cpu_seconds_total", "counter", "Processor time of the process.", [
        { value: (cpu.user + cpu.system) / 1e6 },
      ]),
      family("process_uptime_seconds", "gauge", "Since the process began.", [
        { value: Math.round(process.uptime()) },
      ]),
    ].join("\n");
    this.#delay.reset();
    return text;
  }
}
