import type { DutyActBody, DutyHistory } from "../../domain/contract/duties.ts";
import { keptChange } from "../../domain/duty-change.ts";
import type { City } from "../city/city.ts";
import { openWhereHeld } from "../problem-index/open-where-held.ts";
import type { DutyAct } from "../services/change-duties.ts";
import { dutyBody } from "./duty-body.ts";

/** Problems that a successor is shown at once. */
const SHOWN = 200;

export function dutyActBody(city: City, { revision, change }: DutyAct): DutyActBody {
  const { total, ids } = openWhereHeld(city.problems, change.save, city.now(), SHOWN);
  return {
    revision,
    saved: change.save.map((duty) => dutyBody(city, duty)),
    removed: [...change.remove],
    open: { total, ids: [...ids] },
  };
}

type AuditRow = {
  readonly id: number;
  readonly at: number;
  readonly actor: string;
  readonly action: string;
  readonly after: unknown;
};

export function dutyHistoryEntry(
  city: City,
  { id, at, actor, action, after }: AuditRow,
): DutyHistory["entries"][number] {
  const { save, remove } = keptChange(after) ?? { save: [], remove: [] };
  const reason = Object.entries(after ?? {}).find(([name]) => name === "reason")?.[1];
  return {
    revision: id,
    at: city.clock.toIso(at),
    actor,
    action,
    saved: save.map((duty) => dutyBody(city, duty)),
    removed: [...remove],
    reason: typeof reason === "string" ? reason : null,
  };
}
