import type { SoakClient } from "./soak-client.ts";

/** Reports that are still to be closed; the oldest is. */
const OPEN_KEPT = 40;
const CATEGORIES = ["E0102", "E0104", "E0301", "P0102"];

/** Lets things happen in the city: reports that come, and some that are closed, until it is stopped. */
export class CityLife {
  readonly #client: SoakClient;
  readonly #bounds: readonly number[];
  readonly #open: string[] = [];
  #timer: NodeJS.Timeout | undefined;
  #at = 0;
  /** Nothing happens meanwhile, so that a wall that is looked at holds what it shows and nothing that is on its way. */
  isResting = false;
  happened = 0;
  refused = 0;

  constructor(client: SoakClient, bounds: readonly number[]) {
    this.#client = client;
    this.#bounds = bounds;
  }

  start(everyMs: number): void {
    this.#timer = setInterval(() => void this.#happen(), everyMs);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #happen(): Promise<void> {
    if (this.isResting) return;
    const n = ++this.#at;
    if (n % 3 === 0 || this.#open.length > OPEN_KEPT) return this.#close();
    const [west = 0, south = 0, east = 0, north = 0] = this.#bounds;
    // Spread by the golden ratio: near everywhere, nowhere twice.
    const [x, y] = [(n * 0.618034) % 1, (n * 0.381966 * 1.7) % 1];
    const answer = await this.#client.send("POST", "/api/problems", {
      clientId: `soak-${n}`,
      category: CATEGORIES[n % CATEGORIES.length],
      source: n % 2 === 0 ? "hotline" : "inspection",
      position: [west + (0.2 + 0.6 * x) * (east - west), south + (0.2 + 0.6 * y) * (north - south)],
      description: `soak ${n}`,
    });
    if (answer?.status === 201) {
      this.happened++;
      this.#open.push(String(answer.body.id));
    } else this.refused++;
  }

  async #close(): Promise<void> {
    const id = this.#open.shift();
    if (id === undefined) return;
    const answer = await this.#client.send("PATCH", `/api/problems/${id}`, { action: "close" });
    if (answer?.status === 200) this.happened++;
    else this.refused++;
  }
}
