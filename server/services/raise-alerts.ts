import type { AlertRule } from "../../domain/screen/alert-rule.ts";
import {
  type Alert,
  type AlertBook,
  type Finding,
  takeFindings,
} from "../../domain/screen/alerts.ts";
import type { ServiceContext } from "./service-context.ts";
import { keepAlerts, keptAlerts } from "./stored-screen.ts";

/**
 * Takes what was found into the book of alerts, one audit row an alert that is new, grown, less or over. Of several processes that
 * look at one city each sees what the others have raised. Nothing is written where nothing changed.
 */
export async function raiseAlerts(
  { city, actor }: ServiceContext,
  rules: readonly AlertRule[],
  findings: ReadonlyMap<string, Finding>,
): Promise<AlertBook> {
  const standing = await keptAlerts(city.storage);
  if (takeFindings(standing, rules, findings, city.now()) === standing) return standing;
  return city.change(async () => {
    const before = await keptAlerts(city.storage);
    const at = city.now();
    const after = takeFindings(before, rules, findings, at);
    if (after === before) return before;
    const known = new Map(before.alerts.map((alert) => [alert.id, alert]));
    await city.storage.write(async (writer) => {
      await keepAlerts(writer, after);
      for (const alert of after.alerts) {
        const old = known.get(alert.id) ?? null;
        if (old === alert) continue;
        await writer.audit({
          at,
          actor,
          action: actionOf(old, alert),
          entity: "alert",
          entityId: alert.id,
          before: old,
          after: alert,
        });
      }
    });
    return after;
  });
}

function actionOf(old: Alert | null, { endedAt, count }: Alert): string {
  if (endedAt !== null) return "end-alert";
  return old && count < old.count ? "lessen-alert" : "raise-alert";
}
