import type { ScreenCommand } from "../../../../domain/contract/screen.ts";

const KEPT = 50;
/** Nobody means now what was meant so long ago. */
const STALE_MS = 10_000;

/** Which commands a wall has taken: each once, none that is stale by the server's own clock. */
export class SeenCommands {
  readonly #seen = new Set<string>();

  /** @param serverNow Epoch ms as the server has it; null: it has not said. */
  isNew({ id, at }: ScreenCommand, serverNow: number | null): boolean {
    if (this.#seen.has(id)) return false;
    this.#seen.add(id);
    const [oldest] = this.#seen;
    if (this.#seen.size > KEPT && oldest !== undefined) this.#seen.delete(oldest);
    return serverNow === null || serverNow - Date.parse(at) < STALE_MS;
  }
}
