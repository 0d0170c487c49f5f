import type { Duty } from "../../domain/duty.ts";
import { type DutyChange, reversed } from "../../domain/duty-change.ts";
import type { City } from "../city/city.ts";
import type { ServiceContext } from "./service-context.ts";

/** An act on the duties as it was kept; its number takes it back. */
export type DutyAct = { readonly revision: number; readonly change: DutyChange };

/**
 * One act on the duties: `edit` says what becomes of those that stand, it is kept with an audit row that holds what there was
 * before, and taken into memory. An act that changes nothing is not kept.
 */
export function changeDuties(
  { city, actor }: ServiceContext,
  action: string,
  edit: (duties: readonly Duty[]) => DutyChange | Promise<DutyChange>,
  reason?: string,
): Promise<DutyAct> {
  return city.change(async () => {
    const { registry } = city.tables;
    const before = registry.duties;
    const change = await edit(before);
    if (change.save.length === 0 && change.remove.length === 0) {
      return { revision: city.revision, change };
    }
    const back = reversed(before, change);
    const revision = await city.storage.write(async (writer) => {
      await writer.removeDuties(change.remove);
      await writer.saveDuties(change.save);
      return writer.audit({
        at: city.now(),
        actor,
        action,
        entity: "duty",
        entityId: "",
        before: back,
        after: reason === undefined ? change : { ...change, reason },
      });
    });
    return { revision, change };
  });
}

/** Day and running number, as it can be read out on the phone; each call of what it answers gives the next. */
export function freshDutyIdsOf(city: City): () => string {
  const known = new Set<string>(city.tables.registry.duties.map(({ id }) => id));
  const day = city.clock.toDate(city.now()).replaceAll("-", "");
  let number = 0;
  return () => {
    for (;;) {
      number++;
      const id = `D${day}-${String(number).padStart(4, "0")}`;
      if (!known.has(id)) return id;
    }
  };
}

export function freshDutyIds(city: City, count: number): string[] {
  return Array.from({ length: count }, freshDutyIdsOf(city));
}
