import { parentPort, workerData } from "node:worker_threads";
import type { GridZone } from "../../domain/grid-zone.ts";
import { findTopologyDefects } from "../../domain/spatial/zone-topology.ts";

/** The other side of this thread sends nothing else. */
parentPort?.postMessage(findTopologyDefects(workerData as readonly GridZone[]));
