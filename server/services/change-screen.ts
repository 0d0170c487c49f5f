import { DomainError } from "../../domain/errors.ts";
import type { KeptPlan } from "../../domain/screen/kept-screen.ts";
import type { ScreenPlan } from "../../domain/screen/screen-plan.ts";
import type { ServiceContext } from "./service-context.ts";
import { keepPlan, keptPlan } from "./stored-screen.ts";

/**
 * Other scenes, alerts and settings for the city's walls, with an audit row that holds those before. `seen` is the version
 * that was changed, null: whatever stands. Throws `stale-version`.
 */
export function changeScreen(
  { city, actor }: ServiceContext,
  plan: ScreenPlan,
  seen: number | null,
): Promise<KeptPlan> {
  return city.change(async () => {
    const before = await keptPlan(city.storage);
    const current = before?.version ?? 0;
    if (seen !== null && seen !== current) {
      throw new DomainError("stale-version", { sent: String(seen), current });
    }
    const kept: KeptPlan = { version: current + 1, plan };
    await city.storage.write(async (writer) => {
      await keepPlan(writer, kept);
      await writer.audit({
        at: city.now(),
        actor,
        action: "change-screen",
        entity: "screen",
        entityId: "",
        before: before?.plan ?? null,
        after: plan,
      });
    });
    return kept;
  });
}
