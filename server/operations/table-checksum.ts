import { createHash } from "node:crypto";
import type { Row } from "./table-store.ts";

const BYTES = 16;
const MASK = (1n << BigInt(BYTES * 8)) - 1n;

/** A number for the rows of a table in any order: databases sort texts differently. About 10 s a million reports. */
export class TableChecksum {
  count = 0;
  #sum = 0n;

  add(rows: readonly Row[], columns: readonly string[]): void {
    for (const row of rows) {
      const text = JSON.stringify(columns.map((name) => row[name] ?? null));
      const digest = createHash("sha256").update(text).digest("hex");
      this.#sum = (this.#sum + BigInt(`0x${digest.slice(0, BYTES * 2)}`)) & MASK;
      this.count++;
    }
  }

  get value(): string {
    return this.#sum.toString(16).padStart(BYTES * 2, "0");
  }
}
