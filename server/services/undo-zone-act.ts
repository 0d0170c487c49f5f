import { keptChange } from "../../domain/duty-change.ts";
import { DomainError } from "../../domain/errors.ts";
import { keptZoneChange } from "../../domain/zone-change.ts";
import { keepZones, type ZoneAct } from "./change-zones.ts";
import { dutiesStand } from "./duties-stand.ts";
import type { ServiceContext } from "./service-context.ts";

/**
 * Takes the newest act on zones back, its duties with it. Throws `not-found` for a number that is none, `stale-version`
 * where it is not the newest or a later act touched the duties it passed on.
 */
export function undoZoneAct(context: ServiceContext, revision: number): Promise<ZoneAct> {
  const { city } = context;
  return city.change(async () => {
    const acts = await city.storage.auditOf("zone", "");
    const act = acts.find(({ id }) => id === revision);
    const back = parts(act?.before);
    const made = parts(act?.after);
    if (!back || !made)
      throw new DomainError("not-found", { what: "zone act", id: String(revision) });
    const last = acts.at(-1)?.id ?? revision;
    const { duties } = city.tables.registry;
    if (last !== revision || !dutiesStand(duties, made.duties)) {
      throw new DomainError("stale-version", { sent: String(revision), current: last });
    }
    const effective = effectiveOf(act?.after) ?? city.now();
    const kept = await keepZones(context, "undo", { effective, reason: null, ...back });
    return {
      revision: kept,
      saved: back.zones.save.map(({ zone }) => zone.id),
      removed: back.zones.remove.map(({ id }) => id),
      findings: [],
      cured: [],
      duties: { ended: back.duties.remove.length, begun: back.duties.save.length },
    };
  });
}

function parts(row: unknown) {
  const of = (name: string) => Object.entries(row ?? {}).find(([key]) => key === name)?.[1];
  const [zones, duties] = [keptZoneChange(of("zones")), keptChange(of("duties"))];
  return zones && duties && { zones, duties };
}

function effectiveOf(row: unknown): number | null {
  const value = Object.entries(row ?? {}).find(([key]) => key === "effective")?.[1];
  return typeof value === "number" ? value : null;
}
