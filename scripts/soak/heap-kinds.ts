import type { CDPSession } from "@playwright/test";
import { z } from "zod";

const Snapshot = z.object({
  snapshot: z.object({
    meta: z.object({ node_fields: z.array(z.string()), node_types: z.array(z.unknown()) }),
  }),
  nodes: z.array(z.number()),
});
const Kinds = z.array(z.string());

/** Of the browser itself and of the tool that looks at it, outside of the heap of scripts. */
const OUTSIDE = ["native", "synthetic"];

export type HeapKinds = {
  /** Objects, arrays, strings and functions: what a leak is made of. */
  readonly dataMb: number;
  /** What the engine compiled, ever more of it while it learns what runs often; it throws it away when memory is short. */
  readonly codeMb: number;
};

/** What a page's heap is made of, by a snapshot of it. */
export async function heapKinds(tools: CDPSession): Promise<HeapKinds> {
  const parts: string[] = [];
  const hear = ({ chunk }: { chunk: string }) => void parts.push(chunk);
  tools.on("HeapProfiler.addHeapSnapshotChunk", hear);
  try {
    await tools.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  } finally {
    tools.off("HeapProfiler.addHeapSnapshotChunk", hear);
  }
  return kindsOf(JSON.parse(parts.join("")));
}

/** @param written A heap snapshot as V8 writes it: nodes of equal length one after another, sizes in bytes. */
export function kindsOf(written: unknown): HeapKinds {
  const { snapshot, nodes } = Snapshot.parse(written);
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = [fields.indexOf("type"), fields.indexOf("self_size")];
  const kinds = Kinds.parse(types[type]);
  let [data, code] = [0, 0];
  for (let at = 0; at < nodes.length; at += fields.length) {
    const kind = kinds[nodes[at + type] ?? -1] ?? "";
    const bytes = nodes[at + size] ?? 0;
    if (kind === "code") code += bytes;
    else if (!OUTSIDE.includes(kind)) data += bytes;
  }
  return { dataMb: data / 2 ** 20, codeMb: code / 2 ** 20 };
}
