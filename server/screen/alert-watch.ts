import type { AlertRule } from "../../domain/screen/alert-rule.ts";
import type { Finding } from "../../domain/screen/alerts.ts";
import type { City } from "../city/city.ts";
import { raiseAlerts } from "../services/raise-alerts.ts";
import { findFor } from "./alert-findings.ts";
import type { CityScreen } from "./city-screen.ts";

/** Changes are looked at together, this long after the first of them; what time alone brings, this often. */
const usualWaits = { afterChangeMs: 5000, atLeastEveryMs: 30_000 };
/** Classes follow recurrences; without one they are looked at this often. */
const CLASSES_EVERY_MS = 15 * 60_000;

type AlertWatchOptions = {
  readonly city: City;
  readonly screen: CityScreen;
  readonly failed: (message: string) => void;
  readonly waits?: typeof usualWaits;
};

/** Looks at a city by the rules of its walls and raises alerts, one look at a time. */
export class AlertWatch {
  readonly #options: AlertWatchOptions;
  readonly #told = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #dueAt = Number.POSITIVE_INFINITY;
  #hasRecurrence = true;
  #classesAt = 0;
  #isOver = false;
  #looking: Promise<void> = Promise.resolve();
  #stopListening: () => void = () => undefined;

  constructor(options: AlertWatchOptions) {
    this.#options = options;
  }

  start(): void {
    const { afterChangeMs } = this.#options.waits ?? usualWaits;
    this.#schedule(afterChangeMs);
    this.#stopListening = this.#options.city.feed.listen((change) => {
      this.#hasRecurrence ||= change.hasRecurrence || change.isTooMuch;
      this.#schedule(afterChangeMs);
    });
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#stopListening();
    await this.#looking;
  }

  /** One look at all rules that are on. */
  async look(): Promise<void> {
    const { city, screen } = this.#options;
    const { plan } = await screen.plan();
    const findings = await this.#findings(plan.alerts, city.now());
    await raiseAlerts({ city, actor: "system" }, plan.alerts, findings);
  }

  /** The sooner of what is due already and this. */
  #schedule(waitMs: number): void {
    const dueAt = performance.now() + waitMs;
    if (this.#isOver || dueAt >= this.#dueAt) return;
    this.#dueAt = dueAt;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#run(), waitMs);
    this.#timer.unref();
  }

  #run(): void {
    const { atLeastEveryMs } = this.#options.waits ?? usualWaits;
    this.#looking = this.look()
      .catch((error: unknown) => this.#options.failed(String(error)))
      .then(() => {
        this.#dueAt = Number.POSITIVE_INFINITY;
        this.#schedule(atLeastEveryMs);
      });
  }

  async #findings(rules: readonly AlertRule[], now: number): Promise<Map<string, Finding>> {
    const hasClasses = this.#hasRecurrence || now - this.#classesAt > CLASSES_EVERY_MS;
    if (hasClasses) {
      this.#hasRecurrence = false;
      this.#classesAt = now;
    }
    const findings = new Map<string, Finding>();
    for (const rule of rules) {
      if (!rule.isOn || (rule.kind === "place-intensifying" && !hasClasses)) continue;
      try {
        findings.set(rule.id, await findFor(this.#options.city, rule, now));
      } catch (error) {
        this.#tellOnce(`rule ${rule.id}: ${String(error)}`);
      }
    }
    return findings;
  }

  /** A rule that cannot be looked at fails at every look. */
  #tellOnce(message: string): void {
    if (this.#told.has(message) || this.#told.size > 100) return;
    this.#told.add(message);
    this.#options.failed(message);
  }
}
