import { z } from "zod";
import type { Duty } from "./duty.ts";
import type { DutyId } from "./ids.ts";

/** What an act does to the duties: those to keep, new ones and changed ones, and those to take away. */
export type DutyChange = {
  readonly save: readonly Duty[];
  readonly remove: readonly DutyId[];
};

const KeptChange = z.object({
  save: z.array(z.custom<Duty>((value) => typeof value === "object" && value !== null)),
  remove: z.array(z.custom<DutyId>((value) => typeof value === "string")),
});

/** A change as an audit row has it; null for a row that holds none. What the program wrote is not checked again. */
export function keptChange(row: unknown): DutyChange | null {
  return KeptChange.safeParse(row).data ?? null;
}

/** The duties after a change, in order of their ids. */
export function changedDuties(duties: readonly Duty[], { save, remove }: DutyChange): Duty[] {
  const byId = new Map(duties.map((duty) => [duty.id, duty]));
  for (const id of remove) byId.delete(id);
  for (const duty of save) byId.set(duty.id, duty);
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The change that takes another one back, given the duties before it. */
export function reversed(before: readonly Duty[], { save, remove }: DutyChange): DutyChange {
  const known = new Map(before.map((duty) => [duty.id, duty]));
  const touched = [...new Set([...save.map(({ id }) => id), ...remove])];
  return {
    save: touched.flatMap((id) => known.get(id) ?? []),
    remove: touched.filter((id) => !known.has(id)),
  };
}

/** The first moment at which a duty no longer holds is set; one that would never have held is taken away. */
export function endedAt(duty: Duty, t: number): DutyChange {
  if (duty.to !== null && duty.to <= t) return { save: [], remove: [] };
  return duty.from >= t
    ? { save: [], remove: [duty.id] }
    : { save: [{ ...duty, to: t }], remove: [] };
}

/** Who takes duties over. */
export type Successor = Pick<Duty, "person" | "unitId" | "phone">;

/**
 * Duties pass from one holder to the next at `t`: the one holds until then, the other from then on, until the end that the
 * duty had. `idOf` names the duty that follows another.
 */
export function handedOver(
  duties: readonly Duty[],
  t: number,
  to: Successor,
  idOf: (duty: Duty) => DutyId,
): DutyChange {
  const changes = duties
    .filter((duty) => duty.to === null || duty.to > t)
    .map((duty) => {
      const ended = endedAt(duty, t);
      const from = Math.max(t, duty.from);
      return { ...ended, save: [...ended.save, { ...duty, ...to, id: idOf(duty), from }] };
    });
  return {
    save: changes.flatMap(({ save }) => save),
    remove: changes.flatMap(({ remove }) => remove),
  };
}
