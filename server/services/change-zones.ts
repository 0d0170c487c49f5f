import type { ZoneActKind, ZoneChangeBody } from "../../domain/contract/zone-changes.ts";
import type { Duty } from "../../domain/duty.ts";
import { type DutyChange, reversed } from "../../domain/duty-change.ts";
import { DomainError } from "../../domain/errors.ts";
import type { TopologyFinding } from "../../domain/spatial/zone-topology.ts";
import { comparedFindings } from "../../domain/topology-change.ts";
import {
  dutiesPassed,
  passedOn,
  redrawn,
  reversedZones,
  type ZoneChange,
} from "../../domain/zone-change.ts";
import type { City } from "../city/city.ts";
import { zoneFindings } from "../city/zone-findings.ts";
import { freshDutyIdsOf } from "./change-duties.ts";
import { type CheckedZones, checkedZones } from "./checked-zones.ts";
import type { ServiceContext } from "./service-context.ts";

/** What a change of zones does; `revision` null: it was looked at and not kept. */
export type ZoneAct = {
  readonly revision: number | null;
  readonly saved: readonly string[];
  readonly removed: readonly string[];
  /** Gaps and overlaps that it brings, and those that it mends. */
  readonly findings: readonly TopologyFinding[];
  readonly cured: readonly TopologyFinding[];
  readonly duties: { readonly ended: number; readonly begun: number };
};

/** As an audit row keeps an act on zones, forth and back. */
export type ZoneActRecord = {
  readonly kind: ZoneActKind;
  /** Epoch ms: from when on it holds. */
  readonly effective: number;
  readonly reason: string | null;
  readonly zones: ZoneChange;
  readonly duties: DutyChange;
};

/** What a change would do, and nothing written. */
export async function previewZoneChange(
  { city }: ServiceContext,
  sent: ZoneChangeBody,
): Promise<ZoneAct> {
  const checked = checkedZones(city, sent);
  const found = await findingsOf(city, checked);
  const duties = passedDuties(city, checked);
  return actOf(checked, found, dutiesPassed(duties, checked.at), null);
}

/**
 * Draws zones otherwise from a moment on: the borders before it stay as they were, duties of zones that are no more pass
 * on. Throws `zone-findings` for a gap or overlap that is new and was not accepted, and `stale-version` when somebody else
 * changed the zones meanwhile.
 */
export async function changeZones(context: ServiceContext, sent: ZoneChangeBody): Promise<ZoneAct> {
  const { city } = context;
  const { registry } = city.tables;
  const base = registry.zones;
  const checked = checkedZones(city, sent);
  const found = await findingsOf(city, checked);
  if (found.brought.length > 0 && sent.accept !== true) {
    throw new DomainError("zone-findings", { count: found.brought.length });
  }
  return city.change(async () => {
    if (registry.zones !== base) {
      throw new DomainError("stale-version", { sent: sent.at, current: city.revision });
    }
    const duties = passedDuties(city, checked);
    const zones = redrawn(base.versions, checked.at, checked.next, checked.gone);
    const { kind, reason = null } = sent;
    const revision = await keepZones(context, kind, {
      effective: checked.at,
      reason,
      zones,
      duties,
    });
    return actOf(checked, found, dutiesPassed(duties, checked.at), revision);
  });
}

/** Writes an act on zones and duties as one. Call inside `city.change`. */
export async function keepZones(
  { city, actor }: ServiceContext,
  kind: ZoneActKind,
  act: Omit<ZoneActRecord, "kind">,
): Promise<number> {
  const { registry } = city.tables;
  const [versions, duties] = [registry.zones.versions, registry.duties];
  const after: ZoneActRecord = { kind, ...act };
  const before: Pick<ZoneActRecord, "zones" | "duties"> = {
    zones: reversedZones(versions, act.zones),
    duties: reversed(duties, act.duties),
  };
  const isFirst = (await city.storage.zoneVersions()).length === 0;
  return city.storage.write(async (writer) => {
    if (isFirst) await writer.saveZoneVersions(versions);
    await writer.removeZoneVersions(act.zones.remove);
    await writer.saveZoneVersions(act.zones.save);
    await writer.removeDuties(act.duties.remove);
    await writer.saveDuties(act.duties.save);
    const row = { at: city.now(), actor, entityId: "" };
    if (act.duties.save.length + act.duties.remove.length > 0) {
      const passed = { ...act.duties, reason: act.reason };
      const entry = { ...row, entity: "duty", action: "zone-change", before: null, after: passed };
      await writer.audit(entry);
    }
    return writer.audit({ ...row, entity: "zone", action: kind, before, after });
  });
}

type Found = {
  readonly brought: readonly TopologyFinding[];
  readonly cured: readonly TopologyFinding[];
};

async function findingsOf(city: City, { after }: CheckedZones): Promise<Found> {
  const [before, then] = await Promise.all([
    zoneFindings(city.tables.registry.zones.latest.zones),
    zoneFindings(after),
  ]);
  return comparedFindings(before, then);
}

function passedDuties(city: City, { at, next, gone }: CheckedZones): DutyChange {
  const duties: readonly Duty[] = city.tables.registry.duties;
  return passedOn(duties, at, next, gone, freshDutyIdsOf(city));
}

function actOf(
  { next, gone }: CheckedZones,
  { brought, cured }: Found,
  duties: ZoneAct["duties"],
  revision: number | null,
): ZoneAct {
  const saved = next.map(({ zone }) => zone.id);
  return { revision, saved, removed: gone, findings: brought, cured, duties };
}
