import { Worker } from "node:worker_threads";
import type { GridZone } from "../../domain/grid-zone.ts";
import type { TopologyFinding } from "../../domain/spatial/zone-topology.ts";

const known = new WeakMap<readonly GridZone[], Promise<readonly TopologyFinding[]>>();

/**
 * Gaps and overlaps of zones, found once for a list of zones, in a thread of its own: clipping a large city takes seconds.
 * One that failed is tried again at the next call.
 */
export function zoneFindings(zones: readonly GridZone[]): Promise<readonly TopologyFinding[]> {
  const made = known.get(zones);
  if (made) return made;
  const finding = findInThread(zones);
  known.set(zones, finding);
  finding.catch(() => known.delete(zones));
  return finding;
}

function findInThread(zones: readonly GridZone[]): Promise<readonly TopologyFinding[]> {
  return new Promise((resolve, reject) => {
    const url = new URL("./zone-findings-worker.ts", import.meta.url);
    const worker = new Worker(url, { workerData: zones });
    worker.unref();
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("The check of zones stopped")));
  });
}
