import { DomainError } from "../../domain/errors.ts";
import { type Alert, acknowledge } from "../../domain/screen/alerts.ts";
import { actingViewer, type ServiceContext } from "./service-context.ts";
import { keepAlerts, keptAlerts } from "./stored-screen.ts";

/** Somebody has seen an alert; who was first stays. Throws `not-found`. */
export function acknowledgeAlert(context: ServiceContext, id: string): Promise<Alert> {
  const { city, actor } = context;
  return city.change(async () => {
    const before = await keptAlerts(city.storage);
    const at = city.now();
    const after = acknowledge(before, id, actingViewer(context).name, at);
    const alert = after?.alerts.find((each) => each.id === id);
    if (!after || !alert) throw new DomainError("not-found", { what: "alert", id });
    if (after === before) return alert;
    await city.storage.write(async (writer) => {
      await keepAlerts(writer, after);
      await writer.audit({
        at,
        actor,
        action: "acknowledge-alert",
        entity: "alert",
        entityId: id,
        before: before.alerts.find((each) => each.id === id) ?? null,
        after: alert,
      });
    });
    return alert;
  });
}
